package manymachines;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Kills nodes at random, starts them again, and breaks connections, while a client of each node sends lines. */
final class Chaos implements AutoCloseable {
    private static final int SHORTEST_PAUSE_MILLIS = 1_000;
    private static final int LONGEST_PAUSE_MILLIS = 4_000;
    private static final Duration SETTLE = Duration.ofSeconds(4);

    private final Arguments arguments;
    private final Random random = new Random();
    private final ViewHistory history = new ViewHistory();
    private final Machines machines;
    private final List<ChaosClient> clients = new ArrayList<>();
    /** Whether the run is over. The views that change while the nodes are being closed are not printed. */
    private volatile boolean over;

    private Chaos(String version, Arguments arguments) {
        this.arguments = arguments;
        machines = new Machines(version, arguments, this::printed);
    }

    /** Runs for about {@code length}. Prints each event, the views over time, and the count of deliveries. */
    static DeliveryCount run(String version, Arguments arguments, Duration length)
            throws IOException, InterruptedException {
        try (var chaos = new Chaos(version, arguments)) {
            chaos.machines.startAll();
            chaos.machines.awaitReady();
            for (int node : arguments.nodes()) {
                chaos.connect(node);
            }
            chaos.breakThings(System.nanoTime() + length.toNanos());
            DeliveryCount count = chaos.count();
            chaos.history.picture().forEach(IO::println);
            IO.println(count.toString());
            return count;
        }
    }

    private void printed(int node, String line) {
        if (!over) {
            history.printed(node, line);
            IO.println("node " + node + " | " + line);
        }
    }

    private void connect(int node) throws IOException {
        clients.add(new ChaosClient(clients.size() + 1, node, arguments.chatAddress(node)));
    }

    private void breakThings(long end) throws IOException, InterruptedException {
        while (System.nanoTime() < end) {
            Thread.sleep(random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
            Optional<Integer> dead = arguments.nodes().stream()
                    .filter(node -> machines.find(node).isEmpty())
                    .findFirst();
            int victim = arguments.nodes().get(random.nextInt(arguments.nodes().size()));
            if (dead.isPresent()) {
                restart(dead.get());
            } else if (random.nextInt(3) == 0) {
                IO.println("Break the connections of node " + victim);
                machines.find(victim).orElseThrow().command(Node.BREAK);
            } else {
                kill(victim);
            }
        }
    }

    private void kill(int node) throws InterruptedException {
        IO.println("Kill node " + node);
        NodeProcess victim = machines.find(node).orElseThrow();
        victim.kill();
        victim.awaitEnd();
        history.died(node);
    }

    private void restart(int node) throws IOException, InterruptedException {
        IO.println("Start node " + node);
        machines.awaitReady(machines.start(node));
        connect(node);
    }

    private DeliveryCount count() throws IOException, InterruptedException {
        clients.forEach(ChaosClient::stopSending);
        Thread.sleep(SETTLE);
        for (ChaosClient client : clients) {
            client.close();
        }
        return DeliveryCount.of(clients);
    }

    @Override
    public void close() {
        over = true;
        machines.close();
    }
}
