package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicBoolean;

/** A chat client for the terminal: sends the lines that are typed, and prints the lines that arrive. */
public final class Client {
    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

    private Client() {}

    /**
     * Talks until the server closes the connection, or until the input ends.
     *
     * @return whether the input has ended: the user has left
     * @throws IOException when no server can be reached at the address, with a message that says what to do
     */
    public static boolean talk(InetSocketAddress address, InputStream typed, Charset charset, PrintStream shown)
            throws IOException {
        try (var socket = connect(address)) {
            shown.println("Connected to " + Protocol.name(address) + " as "
                    + Protocol.name((InetSocketAddress) socket.getLocalSocketAddress())
                    + ". Type a line; Ctrl-C or the end of input leaves.");
            var left = new AtomicBoolean();
            Thread.ofVirtual().start(() -> send(typed, charset, socket, left));
            show(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)), shown);
            return left.get();
        }
    }

    private static Socket connect(InetSocketAddress address) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(address, CONNECT_TIMEOUT_MILLIS);
            return socket;
        } catch (IOException unreachable) {
            socket.close();
            throw new IOException(explained(address, unreachable), unreachable);
        }
    }

    private static String explained(InetSocketAddress address, IOException unreachable) {
        String arguments = Arguments.typed(address);
        return unreachable instanceof ConnectException
                ? "No server listens on " + Protocol.name(address) + ".\n"
                        + "Start this lesson's server in another terminal"
                        + (arguments.isEmpty() ? "." : ", with " + arguments)
                : "Cannot reach " + Protocol.name(address) + ": " + unreachable.getMessage() + ".\n"
                        + "Check the address, and that no firewall blocks it.";
    }

    private static void send(InputStream typed, Charset charset, Socket socket, AtomicBoolean left) {
        try {
            var lines = new BufferedReader(new InputStreamReader(typed, charset));
            var out = new PrintStream(socket.getOutputStream(), true, UTF_8);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.print(line + "\n");
                out.flush();
            }
            left.set(true);
            socket.shutdownOutput();
        } catch (IOException disconnected) {
            // the thread that prints lines reports it
        }
    }

    private static void show(BufferedReader received, PrintStream shown) {
        try {
            for (String line = readLine(received); !line.isEmpty(); line = readLine(received)) {
                shown.println(PrintableText.of(line.endsWith("\n") ? line.substring(0, line.length() - 1) : line));
            }
            shown.println("The connection is closed.");
        } catch (IOException broken) {
            shown.println("The connection is broken: the server closed it without a goodbye.");
        }
    }

    /**
     * Returns the next line with its line end, or an empty string at the end of the stream. Only a line feed ends a
     * line: {@link BufferedReader#readLine} also ends it at a carriage return, so a client could forge a line of the
     * server.
     */
    private static String readLine(BufferedReader received) throws IOException {
        var line = new StringBuilder();
        for (int next = received.read(); next >= 0; next = received.read()) {
            line.append((char) next);
            if (next == '\n') {
                break;
            }
        }
        return line.toString();
    }

    static void main(String... arguments) throws IOException {
        var typed = Charset.forName(
                System.getProperty("stdin.encoding", Charset.defaultCharset().name()));
        talk(Arguments.of(arguments).address(), System.in, typed, System.out);
    }
}
