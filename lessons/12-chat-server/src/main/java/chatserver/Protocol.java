package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * What goes over the wire: lines. Lines of the server itself begin with a star, and no client can make one: its lines
 * begin with its address. Text stays bytes, so no character is ever cut in two.
 */
final class Wire {
    static final byte[] TOO_LONG =
            fromServer("Your line is longer than " + ChatServer.LONGEST_LINE + " bytes. It was sent to nobody.");
    static final byte[] GOODBYE = fromServer("The server is closing. Goodbye!");

    private Wire() {}

    /** The line of a client, as the others get it. */
    static byte[] message(String sender, byte[] line) {
        byte[] prefix = (sender + ": ").getBytes(UTF_8);
        return ByteBuffer.allocate(prefix.length + line.length + 1)
                .put(prefix)
                .put(line)
                .put((byte) '\n')
                .array();
    }

    /** What the server prints, and all others are told, of a client that it drops. */
    static String dropped(String name) {
        return name + " does not read, and is dropped";
    }

    /** A line of the server's own. */
    static byte[] fromServer(String text) {
        return ("* " + text + "\n").getBytes(UTF_8);
    }

    /** An address and port, as one types it. */
    static String name(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
