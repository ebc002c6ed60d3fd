package manymachines;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;

/** The client of lesson 12, connected to one of the nodes: {@code --node 2}. */
final class Client {
    private Client() {}

    /** @throws IOException when the node does not run; the message says what to do */
    static void main(String... words) throws IOException {
        Arguments arguments = Arguments.of(words);
        int node = arguments.node().orElse(1);
        var address =
                new InetSocketAddress(arguments.reachable(), arguments.ports().chat(node));
        var typed = Charset.forName(
                System.getProperty("stdin.encoding", Charset.defaultCharset().name()));
        boolean left;
        try {
            left = chatserver.Client.talk(address, System.in, typed, System.out);
        } catch (IOException unreachable) {
            throw unreachable.getCause() instanceof ConnectException
                    ? new IOException(
                            "Node " + node + " does not answer on port " + address.getPort() + ".\n"
                                    + "If it is starting, wait for the line 'Clients of node " + node
                                    + "'. If it was killed: --node " + (node == 1 ? 2 : 1),
                            unreachable)
                    : unreachable;
        }
        if (!left) {
            IO.println("To reconnect to another node: --node " + (node == 1 ? 2 : 1));
        }
    }
}
