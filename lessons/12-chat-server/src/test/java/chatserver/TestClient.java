package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A client over a real socket, without any processing, like {@code nc}. */
final class TestClient implements AutoCloseable {
    static final String JOINED = "(joined)";

    private final Socket socket = new Socket();
    private final InputStream in;

    /** Connects. The server may not have accepted the connection yet: see {@link #join}. */
    TestClient(InetSocketAddress server) throws IOException {
        this(server, 0);
    }

    /** @param receiveBuffer how many bytes the system keeps while the client does not read; 0 is the default */
    TestClient(InetSocketAddress server, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(RunningServer.TIMEOUT_SECONDS * 1000);
        socket.connect(server);
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /** Sends a line, and waits until {@code witness}, another client, has received it: then both are in the chat. */
    TestClient join(TestClient witness) throws IOException {
        sendLine(JOINED);
        while (!witness.readAnyLine().equals(delivered(JOINED))) {
            // a line of another client
        }
        return this;
    }

    /** Connects this many clients, and waits until all are in the chat: the first has received a line from each. */
    static List<TestClient> connect(InetSocketAddress server, int count) throws IOException {
        var clients = new ArrayList<TestClient>();
        var pending = new HashSet<String>();
        for (int number = 0; number < count; number++) {
            var client = new TestClient(server);
            if (number > 0) {
                client.sendLine(JOINED);
                pending.add(client.delivered(JOINED));
            }
            clients.add(client);
        }
        while (!pending.isEmpty()) {
            pending.remove(clients.getFirst().readAnyLine());
        }
        return clients;
    }

    /** The name that the server gives to this client. */
    String name() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** The line as the server sends it to the other clients. */
    String delivered(String line) {
        return name() + ": " + line;
    }

    void sendLine(String line) throws IOException {
        send((line + "\n").getBytes(UTF_8));
    }

    void send(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Returns the next line, or null at the end. Skips the lines of clients that join. */
    String readLine() throws IOException {
        String line = readAnyLine();
        while (line != null && line.endsWith(JOINED)) {
            line = readAnyLine();
        }
        return line;
    }

    List<String> readLines(int count) throws IOException {
        var lines = new ArrayList<String>();
        while (lines.size() < count) {
            lines.add(readLine());
        }
        return lines;
    }

    private String readAnyLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
        }
        return line.toString(UTF_8);
    }

    /** Reads the bytes that have arrived, and at least one. Returns -1 at the end. */
    int read(byte[] buffer) throws IOException {
        return in.read(buffer);
    }

    /** Reads until the server closes or resets the connection. Returns the number of bytes. */
    long readToEnd() throws IOException {
        long count = 0;
        try {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += read;
            }
        } catch (SocketTimeoutException open) {
            throw open;
        } catch (IOException broken) {
            // a reset ends the stream too
        }
        return count;
    }

    /** Reads to the end on another thread. */
    Thread readInParallel() {
        return Thread.startVirtualThread(() -> {
            try (this) {
                readToEnd();
            } catch (IOException stuck) {
                throw new UncheckedIOException(stuck);
            }
        });
    }

    /** From now on, a read throws a {@link SocketTimeoutException} when nothing arrives for this long. */
    void timeOutAfter(Duration silence) throws IOException {
        socket.setSoTimeout((int) silence.toMillis());
    }

    void stopSending() throws IOException {
        socket.shutdownOutput();
    }

    /** Resets the connection, like a machine that has lost its power and restarted. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
