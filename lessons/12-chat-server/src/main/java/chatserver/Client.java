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

/** The other end: sends what is typed, shows what comes. */
final class Client {
    private static final int PATIENCE_MILLIS = 10_000;

    private Client() {}

    /**
     * Talks until the server closes, or there is nothing more to send.
     *
     * @throws BadArgument when nobody listens there
     */
    static void talk(InetSocketAddress address, InputStream typed, Charset charset, PrintStream shown)
            throws IOException {
        try (var socket = connect(address)) {
            shown.println("Connected to " + Wire.name(address) + " as "
                    + Wire.name((InetSocketAddress) socket.getLocalSocketAddress())
                    + ". Type a line; Ctrl-C or the end of input leaves.");
            Thread.ofVirtual().start(() -> send(typed, charset, socket));
            show(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)), shown);
        }
    }

    private static Socket connect(InetSocketAddress address) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(address, PATIENCE_MILLIS);
            return socket;
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable instanceof ConnectException
                    ? new BadArgument(
                            "Nobody listens on " + Wire.name(address) + ".",
                            "Start the server in another terminal: ./lesson chat-server" + Arguments.typed(address))
                    : new BadArgument(
                            "Cannot reach " + Wire.name(address) + ": " + unreachable.getMessage() + ".",
                            "Is that the address, and does a firewall let you through?");
        }
    }

    private static void send(InputStream typed, Charset charset, Socket socket) {
        try {
            var lines = new BufferedReader(new InputStreamReader(typed, charset));
            var out = new PrintStream(socket.getOutputStream(), true, UTF_8);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.print(line + "\n");
                out.flush();
            }
            socket.shutdownOutput();
        } catch (IOException gone) {
            // who shows sees it, too
        }
    }

    private static void show(BufferedReader lines, PrintStream shown) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                shown.println(harmless(line));
            }
            shown.println("The connection is closed.");
        } catch (IOException broken) {
            shown.println("The connection is broken: the server has gone without a word.");
        }
    }

    /** What others say may draw letters, but not move the cursor, clear the screen or ring. */
    private static String harmless(String line) {
        return line.replaceAll("\\p{Cntrl}", "?");
    }

    static void main(String... arguments) throws IOException {
        var typed = Charset.forName(
                System.getProperty("stdin.encoding", Charset.defaultCharset().name()));
        talk(Arguments.of(arguments).address(), System.in, typed, System.out);
    }
}
