package manymachines;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The nodes that one terminal has started, each in its own process, and the faults of their network. */
final class Machines implements AutoCloseable {
    /** JGroups repeats its search within this time, so it cannot be zero. */
    private static final Duration SHORT_SEARCH = Duration.ofMillis(100);

    private final String version;
    private final Arguments arguments;
    private final BiConsumer<Integer, String> onLine;
    private final Map<Integer, NodeProcess> nodes = new ConcurrentSkipListMap<>();
    private boolean isSplit;

    /** @param onLine receives each line of each node, on a thread per node */
    Machines(String version, Arguments arguments, BiConsumer<Integer, String> onLine) {
        this.version = version;
        this.arguments = arguments;
        this.onLine = onLine;
    }

    /** Starts all nodes at the same moment. If no other node runs, there is no cluster to search for. */
    void startAll() throws IOException {
        Duration search = elsewhere().isPresent() ? NodeProcess.PATIENT_SEARCH : SHORT_SEARCH;
        for (int number : arguments.nodes()) {
            start(number, search);
        }
    }

    /** Starts a node, or starts it again. Does not wait until it is ready. */
    NodeProcess start(int number) throws IOException {
        return start(number, NodeProcess.PATIENT_SEARCH);
    }

    private NodeProcess start(int number, Duration search) throws IOException {
        NodeProcess node = NodeProcess.start(version, number, arguments, search, line -> onLine.accept(number, line));
        nodes.put(number, node);
        return node;
    }

    void awaitReady() throws IOException, InterruptedException {
        for (NodeProcess node : nodes.values()) {
            awaitReady(node);
        }
    }

    void awaitReady(NodeProcess node) throws IOException, InterruptedException {
        try {
            node.ready().get();
        } catch (ExecutionException ended) {
            throw new IOException("Node " + node.number + " could not start. Its last lines say why.", ended);
        }
    }

    Optional<NodeProcess> find(int number) {
        return Optional.ofNullable(nodes.get(number)).filter(NodeProcess::isAlive);
    }

    Set<Integer> alive() {
        return nodes.values().stream()
                .filter(NodeProcess::isAlive)
                .map(node -> node.number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A running node that another terminal has started; empty if there is none. */
    Optional<Integer> elsewhere() {
        return Ports.nodes().boxed().filter(this::isElsewhere).findFirst();
    }

    /** Whether another terminal has started this node: something listens on its port, but not a process of ours. */
    boolean isElsewhere(int number) {
        if (find(number).isPresent()) {
            return false;
        }
        InetSocketAddress address = arguments.ports().cluster(number);
        try (var probe = new Socket(address.getAddress(), address.getPort())) {
            return probe.isConnected();
        } catch (IOException notRunning) {
            return false;
        }
    }

    /** Breaks the network between these nodes and all others. */
    void split(Set<Integer> apart) throws IOException {
        isSplit = true;
        Set<Integer> others = alive();
        others.removeAll(apart);
        for (int number : alive()) {
            cutOff(number, apart.contains(number) ? others : apart);
        }
    }

    /** Repairs the network. Returns whether it was split. */
    boolean heal() throws IOException {
        boolean wasSplit = isSplit;
        isSplit = false;
        for (int number : alive()) {
            cutOff(number, Set.of());
        }
        return wasSplit;
    }

    private void cutOff(int number, Set<Integer> unreachable) throws IOException {
        String numbers = unreachable.stream().map(String::valueOf).collect(Collectors.joining(" "));
        nodes.get(number).command((Node.CUT_OFF + " " + numbers).strip());
    }

    /** Ends all nodes, and waits for them. */
    @Override
    public void close() {
        nodes.values().forEach(NodeProcess::close);
        boolean interrupted = Thread.interrupted();
        for (NodeProcess node : nodes.values()) {
            try {
                node.awaitEnd();
            } catch (InterruptedException again) {
                interrupted = true;
                node.kill();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
