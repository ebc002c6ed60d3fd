package interleave.virtualtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An operation that takes real time throws an exception that names it, unless it is permitted. Outside of runs nothing
 * changes.
 */
class RefusalTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    /** An operation that takes real time, and its name in the exception. */
    private record Real(String what, Row.Action step) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Real> real() {
        return Stream.of(
                new Real("connecting a java.net.Socket", RefusalTest::connect),
                new Real("accepting on a java.net.ServerSocket", RefusalTest::accept),
                new Real("receiving on a DatagramSocket", RefusalTest::receive),
                new Real("sending on a DatagramSocket", RefusalTest::send),
                new Real("connecting a SocketChannel", () -> SocketChannel.open(ANY)),
                new Real(
                        "accepting on a ServerSocketChannel",
                        () -> ServerSocketChannel.open().bind(ANY).accept()),
                new Real(
                        "receiving on a DatagramChannel",
                        () -> DatagramChannel.open().bind(ANY).receive(ByteBuffer.allocate(1))),
                new Real("selecting on a Selector", RefusalTest::select),
                new Real("reading from a Pipe", () -> Pipe.open().source().read(ByteBuffer.allocate(1))),
                new Real("starting a Process", () -> new ProcessBuilder("true").start()),
                new Real("starting a Process", () -> Runtime.getRuntime().exec(new String[] {"true"})),
                new Real("looking up a host name", () -> InetAddress.getByName("no.such.host")),
                new Real("locking a file", RefusalTest::lockAFile),
                new Real("reading System.in", RefusalTest::readStandardInput));
    }

    @ParameterizedTest
    @MethodSource("real")
    void rejectsOperationByName(Real real) {
        assertThatThrownBy(() -> Runs.run(() -> real.step().run()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(real.what() + " takes real time, which a virtual-time run cannot control. Replace it with "
                        + "something in memory, or permit it with allowRealIo().");
    }

    @Test
    void acceptsNumericAddress() throws Throwable {
        Runs.run(() -> assertEquals(4, InetAddress.getByName("127.0.0.1").getAddress().length));
    }

    @Test
    void permitsFiles() throws Throwable {
        Runs.run(() -> {
            Path file = Files.createTempFile("virtual", "time");
            Files.writeString(file, "one\ntwo\n");
            assertEquals(2, Files.readAllLines(file).size());
            try (var in = Files.newInputStream(file)) {
                assertEquals('o', in.read());
            }
            try (var in = new FileInputStream(file.toFile())) {
                assertEquals('o', in.read());
            }
            Files.delete(file);
        });
    }

    @Test
    void permitsSelectorWithoutChannels() throws Throwable {
        Runs.run(() -> {
            try (Selector selector = Selector.open()) {
                assertEquals(0, selector.selectNow());
            }
        });
    }

    @Test
    void permitsSocketsWithAllowRealIoWhileClockStandsStill() throws Throwable {
        var log = new Transcript();
        assertEquals(Duration.ofMillis(20), Runs.realIo(() -> echo(log)));
        assertThat(log.lines()).containsExactly("20 hello");
    }

    @Test
    void permitsProcessesWithAllowRealIo() throws Throwable {
        var log = new Transcript();
        Runs.realIo(() -> log.at(new ProcessBuilder("true").start().waitFor()));
        assertThat(log.lines()).containsExactly("0 0");
    }

    @Test
    void changesNothingOutsideOfRuns() throws Throwable {
        Runs.run(() -> {});
        var log = new Transcript();
        echo(log);
        assertThat(log.lines()).containsExactly("0 hello");
        assertEquals(0, new ProcessBuilder("true").start().waitFor());
        lockAFile();
    }

    private static void connect() throws Exception {
        try (var socket = new Socket()) {
            socket.connect(ANY);
        }
    }

    private static void accept() throws Exception {
        try (var server = new ServerSocket(0)) {
            server.accept();
        }
    }

    private static void receive() throws Exception {
        try (var socket = new DatagramSocket()) {
            socket.receive(new DatagramPacket(new byte[1], 1));
        }
    }

    private static void send() throws Exception {
        try (var socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getLoopbackAddress(), 9));
        }
    }

    private static void select() throws Exception {
        try (Selector selector = Selector.open();
                var server = ServerSocketChannel.open().bind(ANY)) {
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            selector.select();
        }
    }

    private static void lockAFile() throws Exception {
        Path file = Files.createTempFile("virtual", "time");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.lock();
        } finally {
            Files.delete(file);
        }
    }

    private static void readStandardInput() throws Exception {
        new FileInputStream(FileDescriptor.in).read(); // not closed, because it is shared
    }

    /** Echoes five bytes. The server sleeps for 20 ms. */
    private static void echo(Transcript log) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread serving = Row.start(() -> {
                try (Socket socket = server.accept()) {
                    byte[] read = socket.getInputStream().readNBytes(5);
                    Thread.sleep(20);
                    socket.getOutputStream().write(read);
                }
            });
            try (var socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                socket.getOutputStream().write("hello".getBytes());
                var all = new ByteArrayOutputStream();
                socket.getInputStream().transferTo(all);
                log.at(all);
            }
            serving.join();
        }
    }
}
