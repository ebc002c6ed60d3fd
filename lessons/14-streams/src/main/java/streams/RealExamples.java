package streams;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a log from a file or from a server. */
final class RealExamples {

    private static final int LINES = 1_000;

    private RealExamples() {}

    static void file(LineProcessor version) throws Exception {
        Path file = Files.createTempFile("requests", ".log");
        try {
            try (var output = new BufferedOutputStream(Files.newOutputStream(file))) {
                RequestLog.write(LINES, output);
            }
            count(version, ChannelSource.file(file));
        } finally {
            Files.delete(file);
        }
    }

    static void socket(LineProcessor version) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().name("server").start(() -> serve(server));
            count(version, new SocketSource((InetSocketAddress) server.getLocalSocketAddress()));
        }
    }

    private static void serve(ServerSocket server) {
        try (var client = server.accept();
                var output = new BufferedOutputStream(client.getOutputStream())) {
            RequestLog.write(LINES, output);
        } catch (IOException left) {
            // the client wants no more
        }
    }

    private static void count(LineProcessor version, Source source) throws Exception {
        var counter = new ErrorCounter();
        version.process(source, counter);
        IO.println(counter);
    }
}
