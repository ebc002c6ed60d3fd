package webserver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;

/** A raw socket, which can also send half a request, or an invalid one. */
final class TestClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 120_000;
    private static final int MOMENT_MILLIS = 300;

    /** A response: its status, its head and its body. */
    record Received(int status, String head, String body) {}

    private final Socket socket = new Socket();
    private final InputStream in;

    TestClient(RunningServer server) throws IOException {
        this(server.port());
    }

    private TestClient(int port) throws IOException {
        socket.setReceiveBufferSize(64 * 1024);
        socket.connect(WebServer.address(port));
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects to a server that is being started by another thread. */
    static TestClient connectWhenListening(int port) throws InterruptedException {
        while (true) {
            try {
                return new TestClient(port);
            } catch (IOException notYet) {
                Thread.sleep(10);
            }
        }
    }

    static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    static String post(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n";
    }

    TestClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        return this;
    }

    Received receive() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection was closed after: " + head);
            }
            head.append((char) next);
        }
        String fields = head.toString().toLowerCase(Locale.ROOT);
        int length = Integer.parseInt(fields.replaceFirst("(?s).*content-length: *(\\d+)\r\n.*", "$1"));
        String body = new String(in.readNBytes(length), ISO_8859_1);
        return new Received(Integer.parseInt(head.substring(9, 12)), head.toString(), body);
    }

    /** Reads until the server closes the connection. A reset counts as closed. */
    String receiveToTheEnd() {
        var text = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                text.append((char) next);
            }
        } catch (IOException reset) {
            // it may arrive instead of the end of the stream
        }
        return text.toString();
    }

    /** Whether anything arrives within a moment. What has arrived can still be received. */
    boolean receivesWithinMoment() throws IOException {
        socket.setSoTimeout(MOMENT_MILLIS);
        in.mark(1);
        try {
            return in.read() >= 0;
        } catch (SocketTimeoutException nothing) {
            return false;
        } finally {
            in.reset();
            socket.setSoTimeout(TIMEOUT_MILLIS);
        }
    }

    /** Whether the connection is still open, so that this request is answered. */
    boolean receivesAgain(String request) {
        try {
            return send(request).receive().status() == 200;
        } catch (IOException closed) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
