package manymachines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One node: a process with a chat port and a place in the cluster. It ends when its input ends. */
final class Node implements Cluster.Listener {
    /** Printed when clients can connect, and the node is in the cluster. */
    static final String READY = "ready";
    /** The prefix of a printed view, followed by its nodes. */
    static final String VIEW = "view ";
    /** A command: break all connections to other nodes once. */
    static final String BREAK = "break";
    /** A command: from now on, drop every message from the nodes whose numbers follow, if any. */
    static final String CUT_OFF = "cut-off";

    private final ChatPort clients;
    private final Cluster cluster;
    private Set<Integer> nodes = Set.of();

    private Node(ChatPort clients, Cluster cluster) {
        this.clients = clients;
        this.cluster = cluster;
    }

    @Override
    public void received(byte[] message) {
        clients.deliver(message);
    }

    @Override
    public void viewChanged(View view) {
        IO.println(VIEW + view + (view.merged() ? " (merged)" : ""));
        var gone = new HashSet<>(nodes);
        gone.removeAll(view.nodes());
        boolean first = nodes.isEmpty();
        nodes = Set.copyOf(view.nodes());
        if (!gone.isEmpty()) {
            clients.announce((gone.size() == 1 ? "Node " : "Nodes ") + numbers(gone)
                    + (gone.size() == 1 ? " is" : " are") + " gone. Still here: " + view + ".");
        } else if (view.merged()) {
            clients.announce("Together again: " + view + ". Neither part has received the lines of the other.");
        } else if (!first) {
            clients.announce("The nodes are now: " + view + ".");
        }
    }

    private static String numbers(Set<Integer> nodes) {
        return nodes.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Executes the commands on the input, one per line. */
    private void follow(BufferedReader commands) throws IOException {
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case BREAK -> cluster.breakConnections();
                case CUT_OFF ->
                    cluster.cutOff(
                            Stream.of(words).skip(1).map(Integer::valueOf).collect(Collectors.toSet()));
                default -> throw new IllegalArgumentException("Unknown command: " + line);
            }
        }
    }

    /**
     * @param arguments the version, the number of the node, the base of the ports, the address for clients, and how
     *     many seconds a node may be silent
     */
    static void main(String... arguments) throws Exception {
        int number = Integer.parseInt(arguments[1]);
        var ports = new Ports(Integer.parseInt(arguments[2]));
        var address = new InetSocketAddress(InetAddress.getByName(arguments[3]), ports.chat(number));
        try (var clients = new ChatPort(number, address);
                var cluster = cluster(arguments[0])) {
            var node = new Node(clients, cluster);
            cluster.join(number, ports, Duration.ofSeconds(Integer.parseInt(arguments[4])), node);
            Thread.ofPlatform().name("chat port").start(() -> serve(clients, cluster));
            IO.println(READY);
            node.follow(new BufferedReader(new InputStreamReader(System.in, UTF_8)));
        }
    }

    private static void serve(ChatPort clients, Cluster cluster) {
        try {
            clients.serve(cluster::send);
        } catch (IOException broken) {
            IO.println("The chat port is broken: " + broken.getMessage());
        }
    }

    private static Cluster cluster(String version) {
        return switch (version) {
            case "tcp-mesh" -> new WithTcpMesh();
            case "sender-order" -> new WithSenderOrder();
            case "total-order" -> new WithTotalOrder();
            default -> throw new IllegalArgumentException("Unknown version: " + version);
        };
    }
}
