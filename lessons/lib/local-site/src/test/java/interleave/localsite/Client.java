package interleave.localsite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** A raw socket, which can send invalid requests. */
final class Client implements AutoCloseable {
    private final Socket socket;

    Client(URI site) throws IOException {
        socket = new Socket(site.getHost(), site.getPort());
        socket.setSoTimeout(60_000);
    }

    static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    Client send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        return this;
    }

    /** Reads up to and including {@code end}. */
    String readTo(String end) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("the stream ended before \"" + end + "\", after: " + text);
            }
            text.append((char) next);
        }
        return text.toString();
    }

    /** Reads until the site closes the connection. */
    String readToTheEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    void endSending() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
