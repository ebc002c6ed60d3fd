package interleave.eventloop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** Socket addresses: looking up names, and naming addresses in messages. */
final class Addresses {

    private Addresses() {}

    /**
     * The address with its name looked up. Blocks while it asks a name server.
     *
     * @throws IOException if the name is unknown
     */
    static InetSocketAddress resolve(InetSocketAddress address) throws IOException {
        if (!address.isUnresolved()) {
            return address;
        }
        var resolved = new InetSocketAddress(address.getHostString(), address.getPort());
        if (resolved.isUnresolved()) {
            throw new UnknownHostException("cannot find the host of " + shown(address) + ": unknown host");
        }
        return resolved;
    }

    /** {@code example.org:80}. */
    static String shown(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    /** Why the network refused. Some exceptions of the JDK have no message. */
    static String reason(Exception refused) {
        if (refused instanceof UnresolvedAddressException || refused instanceof UnknownHostException) {
            return "unknown host";
        }
        return refused.getMessage() == null ? refused.getClass().getSimpleName() : refused.getMessage();
    }
}
