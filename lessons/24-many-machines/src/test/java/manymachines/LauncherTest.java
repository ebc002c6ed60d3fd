package manymachines;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command that starts the nodes, in a process of its own. */
class LauncherTest {
    private static final int LIMIT_SECONDS = 60;

    private final Ports ports = TestCluster.freePorts();

    /** One run for many claims, because each start takes seconds. */
    @Test
    void startsThreeNodesOnLoopbackThatEndWithIt() throws Exception {
        Process launcher = start("--port", "" + ports.base());
        try {
            var printed = new PrintedLines();
            Thread.startVirtualThread(() -> launcher.inputReader().lines().forEach(printed::add));
            printed.await("how to connect", lines -> lines.stream().anyMatch(line -> line.startsWith("Until Ctrl-C")));
            assertThat(printed.all())
                    .contains("Clients of node 2: nc 127.0.0.1 " + ports.chat(2)
                            + "   or this lesson's client with --node 2")
                    .noneMatch(line -> line.contains("jgroups") || line.contains("WARN"));
            List<ProcessHandle> nodes = launcher.children().toList();
            assertThat(nodes).hasSize(3);
            assertThat(otherAddresses()).noneMatch(address -> isReachable(address, ports.chat(1)));
            assertThat(otherAddresses())
                    .noneMatch(address -> isReachable(address, ports.cluster(1).getPort()));

            assertThatThrownBy(() -> Launcher.run("sender-order", "--node", "2", "--port", "" + ports.base()))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessageStartingWith("Node 2 cannot listen on 127.0.0.1, port " + ports.chat(2))
                    .message()
                    .hasLineCount(3);

            launcher.outputWriter().append("kill 3\n").flush();
            printed.await(
                    "a view without node 3", lines -> lastOf(1, lines).matches("node 1 \\| view 1, 2( \\(merged\\))?"));

            launcher.destroyForcibly(); // it cannot end its nodes: they notice that their input has ended
            for (ProcessHandle node : nodes) {
                node.onExit().get(LIMIT_SECONDS, SECONDS);
            }
        } finally {
            launcher.descendants().forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly();
        }
    }

    /** The last line of a node. While the nodes are starting, they can have smaller views. */
    private static String lastOf(int node, List<String> lines) {
        return lines.reversed().stream()
                .filter(line -> line.startsWith("node " + node + " | "))
                .findFirst()
                .orElseThrow();
    }

    private static Process start(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WithSenderOrder.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    private static boolean isReachable(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void singleNodeNeedsCluster() {
        assertThatThrownBy(() -> Launcher.run("sender-order", "--node", "4", "--port", "" + ports.base()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("There is no cluster that node 4 could join.\n"
                        + "Start one in another terminal first: the same command without --node.");
    }

    @Test
    void clientWithoutNodeExplainsWhatToDo() {
        assertThatThrownBy(() -> Client.main("--node", "2", "--port", "" + ports.base()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("Node 2 does not answer on port " + ports.chat(2) + ".\n"
                        + "Start the lesson in another terminal, or connect to another node: --node 1");
    }
}
