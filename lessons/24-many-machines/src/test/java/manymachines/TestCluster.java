package manymachines;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Nodes in processes of their own, on ports that no other test uses. All of them are killed at the end. */
final class TestCluster implements AutoCloseable {
    static final int LIMIT_SECONDS = 60;
    /** Longer than by default: on a busy machine, a node that lives can be silent for seconds. */
    private static final int PATIENT = 6;

    final Ports ports = freePorts();
    private final Arguments arguments;
    private final String version;
    private final Map<Integer, NodeProcess> nodes = new TreeMap<>();
    private final Map<Integer, PrintedLines> printed = new ConcurrentHashMap<>();

    /** @param silence how many seconds a node may be silent */
    TestCluster(String version, int silence) {
        this.version = version;
        arguments = Arguments.of("--port", "" + ports.base(), "--silence", "" + silence);
    }

    /** Starts nodes at the same time, and waits until each of them has the view of all. */
    static TestCluster of(String version, int... numbers) throws Exception {
        var cluster = new TestCluster(version, PATIENT);
        try {
            cluster.start(numbers);
            cluster.awaitView(numbers);
            return cluster;
        } catch (Throwable failed) {
            cluster.close();
            throw failed;
        }
    }

    /** Below the ports that the system gives to clients. */
    static Ports freePorts() {
        while (true) {
            var ports = new Ports(ThreadLocalRandom.current().nextInt(340, 1_060) * 30);
            if (IntStream.rangeClosed(1, 29).allMatch(port -> isFree(ports.base() + port))) {
                return ports;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }

    void start(int... numbers) throws Exception {
        for (int number : numbers) {
            var lines = new PrintedLines();
            printed.put(number, lines);
            nodes.put(number, NodeProcess.start(version, number, arguments, NodeProcess.PATIENT_SEARCH, lines::add));
        }
        for (int number : numbers) {
            nodes.get(number).ready().get(LIMIT_SECONDS, SECONDS);
        }
    }

    /** Breaks the network between one node and all others. */
    void split(int apart) throws IOException {
        for (int number : nodes.keySet()) {
            String unreachable = number == apart ? others(apart) : String.valueOf(apart);
            node(number).command(Node.CUT_OFF + " " + unreachable);
        }
    }

    private String others(int number) {
        return nodes.keySet().stream()
                .filter(other -> other != number)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    void heal() throws IOException {
        for (NodeProcess node : nodes.values()) {
            node.command(Node.CUT_OFF);
        }
    }

    NodeProcess node(int number) {
        return nodes.get(number);
    }

    PrintedLines printed(int number) {
        return printed.get(number);
    }

    /** What each node has printed since it was last started. */
    Map<Integer, List<String>> printed() {
        return printed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, lines -> lines.getValue().all()));
    }

    /** Waits until the latest view of these nodes is that they are together, and no others. */
    void awaitView(int... numbers) throws InterruptedException {
        for (int number : numbers) {
            printed(number).awaitLastView(text(numbers));
        }
    }

    /** The nodes of the latest view that this node has printed. */
    String lastView(int number) {
        return printed(number).all().reversed().stream()
                .filter(line -> line.startsWith(Node.VIEW))
                .findFirst()
                .orElseThrow()
                .substring(Node.VIEW.length());
    }

    static String text(int... numbers) {
        return new View(IntStream.of(numbers).boxed().toList(), false).toString();
    }

    InetSocketAddress address(int node) {
        return new InetSocketAddress("127.0.0.1", ports.chat(node));
    }

    TestClient client(int node) throws IOException {
        return new TestClient(address(node), node);
    }

    /** One client at each of these nodes. Each has received a line of each other one. */
    List<TestClient> clients(int... numbers) throws IOException {
        var clients = new ArrayList<TestClient>();
        for (int number : numbers) {
            clients.add(client(number));
        }
        for (TestClient client : clients) {
            client.send("hello");
            for (TestClient other : clients) {
                if (other != client) {
                    other.readUntil(client.delivered("hello"));
                }
            }
        }
        return clients;
    }

    @Override
    public void close() {
        nodes.values().forEach(NodeProcess::kill);
        nodes.values().forEach(NodeProcess::joinUninterruptibly);
    }
}
