package manymachines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.SynchronousQueue;

/** The {@code main} of every version: starts three nodes, or one, and runs them until Ctrl-C. */
final class Launcher {
    private final String version;
    private final Arguments arguments;
    /** The typed lines. A separate thread reads them, because a read cannot be interrupted. */
    private final SynchronousQueue<String> typed = new SynchronousQueue<>();

    private Launcher(String version, Arguments arguments) {
        this.version = version;
        this.arguments = arguments;
    }

    /**
     * @throws IllegalArgumentException when an argument is wrong
     * @throws IOException when a port is in use, or {@code --node} finds no cluster
     */
    static void run(String version, String... words) throws Exception {
        var launcher = new Launcher(version, Arguments.of(words));
        Thread running = Thread.currentThread();
        var onShutdown = new Thread(() -> stop(running));
        Runtime.getRuntime().addShutdownHook(onShutdown);
        try {
            launcher.run();
        } catch (InterruptedException ctrlC) {
            IO.println("All nodes are closed.");
            Thread.currentThread().interrupt();
        } finally {
            removeHook(onShutdown);
        }
    }

    /** Runs when Ctrl-C ends the JVM. The nodes end even if this fails, because their input ends. */
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

    private void run() throws IOException, InterruptedException {
        warnIfPublic();
        requireFreePorts();
        if (arguments.node().isPresent()) {
            requireCluster();
        }
        if (arguments.chaos().isPresent()) {
            Chaos.run(version, arguments, arguments.chaos().get());
            return;
        }
        try (var machines = new Machines(version, arguments, Launcher::print)) {
            machines.startAll();
            machines.awaitReady();
            printHowToConnect();
            follow(new TypedFaults(machines));
        }
    }

    private static void print(int node, String line) {
        IO.println("node " + node + " | " + line);
    }

    private void warnIfPublic() {
        if (!arguments.host().isLoopbackAddress()) {
            IO.println("WARNING: anyone who can reach " + arguments.host().getHostAddress()
                    + " can read and write in this chat,");
            IO.println("without a password. Use it only in a network that you trust.");
        }
    }

    private void requireFreePorts() throws IOException {
        for (int node : arguments.nodes()) {
            requireFree(node, arguments.chatAddress(node));
            requireFree(node, arguments.ports().cluster(node));
            requireFree(node, arguments.ports().failureDetection(node));
        }
    }

    private static void requireFree(int node, InetSocketAddress address) throws IOException {
        try (var probe = new ServerSocket()) {
            probe.bind(address);
        } catch (IOException refused) {
            throw new IOException(
                    "Node " + node + " cannot listen on " + address.getAddress().getHostAddress() + ", port "
                            + address.getPort() + ": " + refused.getMessage() + ".\n"
                            + "Perhaps this node is running in another terminal. Stop it there,\n"
                            + "or choose another node (--node 5) or other ports (--port 9880).",
                    refused);
        }
    }

    private void requireCluster() throws IOException {
        for (InetSocketAddress address : arguments.ports().cluster()) {
            try (var probe = new Socket(address.getAddress(), address.getPort())) {
                assert probe.isConnected();
                return;
            } catch (IOException notRunning) {
                // try the next node
            }
        }
        throw new IOException(
                "There is no cluster that node " + arguments.nodes().getFirst() + " could join.\n"
                        + "Start one in another terminal first: the same command without --node.");
    }

    private void printHowToConnect() {
        for (int node : arguments.nodes()) {
            IO.println("Clients of node " + node + ": nc "
                    + arguments.reachable().getHostAddress() + " "
                    + arguments.ports().chat(node) + "   or this lesson's client with --node " + node);
        }
        IO.println("Until Ctrl-C, type what should go wrong: " + TypedFaults.HELP);
    }

    private void follow(TypedFaults faults) throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().name("keyboard").start(this::readTyped);
        while (true) {
            IO.println(faults.follow(typed.take()));
        }
    }

    private void readTyped() {
        try {
            var lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    typed.put(line);
                }
            }
        } catch (IOException closed) {
            // no more commands
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
