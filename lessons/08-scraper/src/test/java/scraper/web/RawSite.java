package scraper.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server on the loopback interface that sends responses byte by byte as a test defines them, including responses that
 * other servers reject. It closes each connection after one response.
 */
final class RawSite implements AutoCloseable {

    private final ServerSocket server;
    private final Map<String, byte[]> responses = new ConcurrentHashMap<>();
    private final List<String> fields = new CopyOnWriteArrayList<>();

    private RawSite(ServerSocket server) {
        this.server = server;
    }

    /** Starts a site that responds with 404 to every request, until it has {@link #respond responses}. */
    static RawSite start() throws IOException {
        var site = new RawSite(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(site::serve);
        return site;
    }

    /** Defines the response to requests for this target. */
    RawSite respond(String target, byte[] response) {
        responses.put(target, response);
        return this;
    }

    /** A response with status 200 and these header lines, none or several, each without its line break. */
    static byte[] page(byte[] body, String... fields) {
        return response("200 OK", body, fields);
    }

    static byte[] page(String html, String... fields) {
        return page(html.getBytes(UTF_8), fields);
    }

    static byte[] response(String status, byte[] body, String... fields) {
        var head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
        for (String field : fields) {
            head.append(field).append("\r\n");
        }
        head.append("Connection: close\r\nContent-Length: " + body.length + "\r\n\r\n");
        return concatenated(head.toString().getBytes(ISO_8859_1), body);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }

    int port() {
        return server.getLocalPort();
    }

    /** The header lines of all requests so far. */
    List<String> fields() {
        return fields;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var head = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
            String target = head.readLine().split(" ")[1];
            for (String field = head.readLine(); !field.isEmpty(); field = head.readLine()) {
                fields.add(field);
            }
            client.getOutputStream().write(responses.getOrDefault(target, response("404 Not Found", new byte[0])));
        } catch (IOException disconnected) {
            // the client has its own message
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
