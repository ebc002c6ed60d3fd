package chatserver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Iterator;

/** What may stand behind the {@code --} of the command line: the address to listen on, or to talk to. */
record Arguments(InetSocketAddress address) {
    /** Where the article's chat is. */
    static final String HOST = "127.0.0.1";

    static final int PORT = 8888;

    /** @throws BadArgument when a word means nothing, or is no address */
    static Arguments of(String... words) {
        String host = HOST;
        int port = PORT;
        for (Iterator<String> rest = Arrays.asList(words).iterator(); rest.hasNext(); ) {
            String word = rest.next();
            String value = rest.hasNext() ? rest.next() : "";
            switch (word) {
                case "--host" -> host = value;
                case "--port" -> port = port(value);
                default ->
                    throw new BadArgument(
                            "'" + word + "' means nothing to the chat.",
                            "Behind -- it takes --port N and --host ADDRESS, such as: ./lesson chat-server -- --port"
                                    + " 8889");
            }
        }
        return new Arguments(new InetSocketAddress(host(host), port));
    }

    /** What is to be typed behind {@code ./lesson chat-server} to reach this address, or to listen on it. */
    static String typed(InetSocketAddress address) {
        String host = here(address).getHostAddress();
        String words = (host.equals(HOST) ? "" : " --host " + host)
                + (address.getPort() == PORT ? "" : " --port " + address.getPort());
        return words.isEmpty() ? "" : " --" + words;
    }

    /** Where one who is on this machine finds who listens on that address: 0.0.0.0 is a place to listen only. */
    static InetAddress here(InetSocketAddress address) {
        return address.getAddress().isAnyLocalAddress() ? InetAddress.ofLiteral(HOST) : address.getAddress();
    }

    private static int port(String typed) {
        if (!typed.matches("\\d{1,5}") || Integer.parseInt(typed) > 65_535) {
            throw new BadArgument(
                    "'" + typed + "' is no port.",
                    "A port is a number from 0 (any free one) to 65535, " + "such as: --port 8889");
        }
        return Integer.parseInt(typed);
    }

    private static InetAddress host(String typed) {
        try {
            if (!typed.isBlank()) {
                return InetAddress.getByName(typed);
            }
        } catch (UnknownHostException unknown) {
            // said below
        }
        throw new BadArgument(
                "'" + typed + "' is no address that is known here.",
                "Without --host it is 127.0.0.1: this machine, and nobody else.");
    }
}
