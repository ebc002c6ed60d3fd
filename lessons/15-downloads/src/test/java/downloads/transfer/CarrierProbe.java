package downloads.transfer;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Runs in a JVM with a single carrier: a virtual thread writes more than a named pipe or a socket accepts. Prints
 * whether another virtual thread can run in the meantime.
 */
final class CarrierProbe {

    private static final int TOO_MUCH = 64 * 1024 * 1024;

    private CarrierProbe() {}

    static void main(String[] args) throws Exception {
        if (args.length > 0) {
            // opening it only for writing would wait for a reader
            try (var full = FileChannel.open(Path.of(args[0]), READ, WRITE);
                    var drain = FileChannel.open(Path.of(args[0]), READ)) {
                probe(full, drain);
            }
            return;
        }
        try (var server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var client = SocketChannel.open(server.getLocalAddress());
                var accepted = server.accept()) {
            probe(client, accepted);
        }
    }

    private static void probe(ByteChannel full, ByteChannel drain) throws Exception {
        var writing = new CountDownLatch(1);
        Thread writer = Thread.ofVirtual().start(() -> {
            writing.countDown();
            write(full);
        });
        writing.await();
        Thread other = Thread.ofVirtual().start(() -> {});
        IO.println(other.join(Duration.ofSeconds(2)) ? "the other thread ran" : "the other thread waited");
        var buffer = ByteBuffer.allocate(1024 * 1024);
        for (long read = 0; read < TOO_MUCH; read += drain.read(buffer.clear())) {}
        writer.join();
        other.join();
    }

    private static void write(ByteChannel full) {
        var bytes = ByteBuffer.allocate(TOO_MUCH);
        try {
            while (bytes.hasRemaining()) {
                full.write(bytes);
            }
        } catch (IOException failure) {
            IO.println(failure);
        }
    }
}
