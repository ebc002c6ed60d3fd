package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * The chat's protocol: lines of UTF-8 text. A line that the server itself sends starts with a star; a client cannot
 * forge one, because every line of a client starts with its address. Only a line feed ends a line. Text is handled as
 * bytes, so no character is split; see {@link PrintableText} before you print it.
 */
public final class Protocol {
    static final byte[] TOO_LONG =
            fromServer("Your line is longer than " + ChatServer.LONGEST_LINE + " bytes. It was not sent.");
    /** The last line of a server that ends. */
    public static final byte[] GOODBYE = fromServer("The server is closing. Goodbye!");

    private Protocol() {}

    /** A client's line, as all other clients receive it. */
    public static byte[] message(String sender, byte[] line) {
        byte[] prefix = (sender + ": ").getBytes(UTF_8);
        return ByteBuffer.allocate(prefix.length + line.length + 1)
                .put(prefix)
                .put(line)
                .put((byte) '\n')
                .array();
    }

    /** The notice about a client that was dropped: the server prints it and sends it to all other clients. */
    public static String dropped(String name) {
        return name + " does not read, and is dropped";
    }

    /** A line that the server itself sends. */
    public static byte[] fromServer(String text) {
        return ("* " + text + "\n").getBytes(UTF_8);
    }

    /** The name of a client: its address and port, such as 127.0.0.1:50001. */
    public static String name(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
