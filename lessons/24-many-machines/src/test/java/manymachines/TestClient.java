package manymachines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A client of one node, over a real socket, like {@code nc}. */
final class TestClient implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;
    private final String name;

    /** Returns when the node has accepted the client: from then on, it receives all lines. */
    TestClient(InetSocketAddress address, int node) throws IOException {
        socket = new Socket(address.getAddress(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TestCluster.LIMIT_SECONDS * 1000);
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        String greeting = lines.readLine();
        String start = "* This is node " + node + ". You are ";
        if (greeting == null || !greeting.matches(Pattern.quote(start) + "client-\\d+@" + node + "\\.")) {
            throw new IOException("Expected the greeting of node " + node + ", but received: " + greeting);
        }
        name = greeting.substring(start.length(), greeting.length() - 1);
    }

    void send(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(UTF_8));
    }

    /** The line as all other clients receive it. */
    String delivered(String line) {
        return name + ": " + line;
    }

    /** Returns the next line, or null at the end. */
    String readLine() throws IOException {
        return lines.readLine();
    }

    /** Returns the lines before this one. */
    List<String> readUntil(String expected) throws IOException {
        var before = new ArrayList<String>();
        for (String line = readLine(); !expected.equals(line); line = readLine()) {
            if (line == null) {
                throw new AssertionError("Expected '" + expected + "', but the connection ended after " + before);
            }
            before.add(line);
        }
        return before;
    }

    /** Returns all lines until the connection ends. */
    List<String> readToEnd() {
        var all = new ArrayList<String>();
        try {
            for (String line = readLine(); line != null; line = readLine()) {
                all.add(line);
            }
        } catch (IOException reset) {
            // the node was killed
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
