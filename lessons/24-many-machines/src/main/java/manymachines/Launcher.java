package manymachines;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;

/** The {@code main} of every version: starts three nodes, each a process, and follows what is typed until Ctrl-C. */
final class Launcher implements AutoCloseable {
    private final String version;
    private final Arguments arguments;
    private final Map<Integer, NodeProcess> nodes = new ConcurrentSkipListMap<>();

    Launcher(String version, Arguments arguments) {
        this.version = version;
        this.arguments = arguments;
    }

    /**
     * @throws IllegalArgumentException when an argument is wrong
     * @throws IOException when a port is in use, or {@code --node} finds no cluster
     */
    static void run(String version, String... words) throws Exception {
        Arguments arguments = Arguments.of(words);
        Thread running = Thread.currentThread();
        var onShutdown = new Thread(() -> stop(running));
        Runtime.getRuntime().addShutdownHook(onShutdown);
        try (var launcher = new Launcher(version, arguments)) {
            launcher.warnIfPublic();
            launcher.startAll();
            launcher.follow();
        } catch (InterruptedException ctrlC) {
            IO.println("All nodes are closed.");
            Thread.currentThread().interrupt();
        } finally {
            removeHook(onShutdown);
        }
    }

    /** Runs when Ctrl-C ends the JVM. */
    private static void stop(Thread running) {
        running.interrupt();
        try {
            running.join(2_000);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread onShutdown) {
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException shuttingDown) {
            // the hook is running, and waits for this thread
        }
    }

    private void warnIfPublic() {
        if (!arguments.host().isLoopbackAddress()) {
            IO.println("WARNING: anyone who can reach " + arguments.host().getHostAddress()
                    + " can read and write in this chat, without a password.");
        }
    }

    void startAll() throws IOException, InterruptedException {
        for (int node : arguments.nodes()) {
            requireFree(
                    node,
                    new InetSocketAddress(arguments.host(), arguments.ports().chat(node)));
            requireFree(node, arguments.ports().cluster(node));
        }
        if (arguments.node().isPresent()) {
            requireCluster();
        }
        for (int node : arguments.nodes()) {
            start(node);
        }
        for (NodeProcess node : nodes.values()) {
            awaitReady(node);
        }
    }

    private static void requireFree(int node, InetSocketAddress address) throws IOException {
        try (var probe = new ServerSocket(address.getPort(), 1, address.getAddress())) {
            assert probe.isBound();
        } catch (IOException inUse) {
            throw new IOException(
                    "Node " + node + " cannot listen on port " + address.getPort() + ": "
                            + inUse.getMessage() + ".\n"
                            + "Perhaps the lesson is running in another terminal. Stop it, or"
                            + " choose other ports: --port 9880",
                    inUse);
        }
    }

    private void requireCluster() throws IOException {
        for (InetSocketAddress address : arguments.ports().cluster()) {
            try (var probe = new Socket(address.getAddress(), address.getPort())) {
                assert probe.isConnected();
                return;
            } catch (IOException notRunning) {
                // try the next one
            }
        }
        throw new IOException(
                "No cluster is running that node " + arguments.nodes().getFirst() + " could join.\n"
                        + "Start one in another terminal first: the same command without --node.");
    }

    void start(int node) throws IOException {
        nodes.put(
                node,
                NodeProcess.start(
                        version,
                        node,
                        arguments.ports(),
                        arguments.host().getHostAddress(),
                        line -> print(node, line)));
    }

    private static void print(int node, String line) {
        IO.println("node " + node + " | " + line);
    }

    private void awaitReady(NodeProcess node) throws IOException, InterruptedException {
        try {
            node.ready().get();
            print(
                    node.number,
                    "clients: nc " + arguments.host().getHostAddress() + " "
                            + arguments.ports().chat(node.number) + "   process: " + node.pid());
        } catch (ExecutionException ended) {
            throw new IOException("Node " + node.number + " could not start.", ended);
        }
    }

    private void follow() throws IOException, InterruptedException {
        while (true) {
            Thread.sleep(1000);
        }
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
