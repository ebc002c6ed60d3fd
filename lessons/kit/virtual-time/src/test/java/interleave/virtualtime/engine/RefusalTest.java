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

/** What takes real time is refused at once and by name, unless it is allowed; outside of runs nothing changes. */
class RefusalTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    /** Something that takes real time, and what it is called. */
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
    void isRefusedByName(Real real) {
        assertThatThrownBy(() -> Runs.run(() -> real.step().run()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(real.what() + " takes real time, which a virtual-time run cannot control: replace it by "
                        + "something in memory, or allow it with allowRealIo()");
    }

    @Test
    void anAddressIsNotLookedUp() throws Throwable {
        Runs.run(() -> assertEquals(4, InetAddress.getByName("127.0.0.1").getAddress().length));
    }

    @Test
    void filesAreReadAndWritten() throws Throwable {
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
    void aSelectorWithoutChannelsMayBeAsked() throws Throwable {
        Runs.run(() -> {
            try (Selector selector = Selector.open()) {
                assertEquals(0, selector.selectNow());
            }
        });
    }

    @Test
    void socketsGoThroughWhenAllowedWhileTheClockStandsStill() throws Throwable {
        var said = new Transcript();
        assertEquals(Duration.ofMillis(20), Runs.realIo(() -> echo(said)));
        assertThat(said.lines()).containsExactly("20 hello");
    }

    @Test
    void processesGoThroughWhenAllowed() throws Throwable {
        var said = new Transcript();
        Runs.realIo(() -> said.at(new ProcessBuilder("true").start().waitFor()));
        assertThat(said.lines()).containsExactly("0 0");
    }

    @Test
    void outsideOfRunsNothingChanges() throws Throwable {
        Runs.run(() -> {});
        var said = new Transcript();
        echo(said);
        assertThat(said.lines()).containsExactly("0 hello");
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
        new FileInputStream(FileDescriptor.in).read(); // not closed: it is everybody's
    }

    /** The server thinks for twenty milliseconds. */
    private static void echo(Transcript said) throws Exception {
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
                said.at(all);
            }
            serving.join();
        }
    }
}
