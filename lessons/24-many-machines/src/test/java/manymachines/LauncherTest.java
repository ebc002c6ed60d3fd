package manymachines;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The commands of the page, in processes of their own. */
class LauncherTest {
    private static final String READY = "Until Ctrl-C";

    private final Ports ports = TestCluster.freePorts();

    /** One run for many claims, because each start takes seconds. */
    @Test
    void startsThreeNodesOnLoopbackThatEndWithIt() throws Exception {
        try (var launcher = new TestProcess(WithSenderOrder.class, ports)) {
            launcher.awaitLine(READY);
            assertThat(launcher.printed.all())
                    .contains("Clients of node 2: nc 127.0.0.1 " + ports.chat(2)
                            + "   or this lesson's client with --node 2")
                    .noneMatch(line -> line.contains("jgroups") || line.contains("WARN"));
            List<ProcessHandle> nodes = launcher.process.children().toList();
            assertThat(nodes).hasSize(3);
            assertThat(otherAddresses()).noneMatch(address -> isReachable(address, ports.chat(1)));
            assertThat(otherAddresses())
                    .noneMatch(address -> isReachable(address, ports.cluster(1).getPort()));

            assertThatThrownBy(() -> Launcher.run("sender-order", "--node", "2", "--port", "" + ports.base()))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessageStartingWith("Node 2 cannot listen on 127.0.0.1, port " + ports.chat(2))
                    .message()
                    .hasLineCount(3);

            launcher.type("heal");
            launcher.awaitLine("The network is not split.");
            launcher.type("kill 3");
            launcher.printed.await(
                    "a view without node 3", lines -> lastOf(1, lines).equals("node 1 | view 1, 2"));

            launcher.process.destroyForcibly(); // it cannot end its nodes: they notice that their input has ended
            for (ProcessHandle node : nodes) {
                node.onExit().get(TestCluster.LIMIT_SECONDS, SECONDS);
            }
        }
    }

    /** The last line of a node. While the nodes are starting, they can have smaller views. */
    private static String lastOf(int node, List<String> lines) {
        return lines.reversed().stream()
                .filter(line -> line.startsWith("node " + node + " | "))
                .findFirst()
                .orElseThrow();
    }

    /** Even then, the other nodes can only be reached on the loopback interface. */
    @Test
    void warnsFirstWhenClientsOfOtherMachinesCanConnect() throws Exception {
        try (var cluster = TestCluster.of("tcp-mesh", 1);
                var launcher = new TestProcess(WithTcpMesh.class, cluster.ports, "--node", "2", "--host", "0.0.0.0")) {
            launcher.awaitLine(READY);

            assertThat(launcher.printed.all().subList(0, 2))
                    .containsExactly(
                            "WARNING: anyone who can reach 0.0.0.0 can read and write in this chat,",
                            "without a password. Use it only in a network that you trust.");
            cluster.printed(1).awaitLastView(TestCluster.text(1, 2));
            assertThat(otherAddresses())
                    .allMatch(address -> isReachable(address, cluster.ports.chat(2)))
                    .noneMatch(address ->
                            isReachable(address, cluster.ports.cluster(2).getPort()));
        }
    }

    @Test
    void startsNoNodeWhenPortForFailureDetectionIsInUse() throws Exception {
        InetSocketAddress third = ports.failureDetection(3);
        try (var other = new ServerSocket(third.getPort(), 1, third.getAddress());
                var launcher = new TestProcess(WithSenderOrder.class, ports)) {
            assertThat(launcher.awaitEnd())
                    .anyMatch(line -> line.contains("Node 3 cannot listen on 127.0.0.1, port " + other.getLocalPort()))
                    .noneMatch(line -> line.startsWith("node "));
        }
    }

    @Test
    void clientNamesAnotherNodeWhenItsNodeIsKilled() throws Exception {
        try (var cluster = TestCluster.of("tcp-mesh", 1);
                var client = new TestProcess(Client.class, cluster.ports, "--node", "1")) {
            client.awaitLine("* This is node 1.");

            cluster.node(1).kill();

            assertThat(client.awaitEnd())
                    .anyMatch(line -> line.startsWith("The connection is "))
                    .endsWith("To reconnect to another node: --node 2");
        }
    }

    @Test
    void clientThatLeavesGetsNoAdvice() throws Exception {
        try (var cluster = TestCluster.of("tcp-mesh", 1);
                var client = new TestProcess(Client.class, cluster.ports, "--node", "1")) {
            client.awaitLine("* This is node 1.");

            client.endInput();

            assertThat(client.awaitEnd()).endsWith("The connection is closed.");
        }
    }

    @Tag("slow")
    @Test
    void faultsOfNodeInAnotherTerminalAreRefused() throws Exception {
        try (var first = new TestProcess(WithTcpMesh.class, ports)) {
            first.awaitLine(READY);
            try (var other = new TestProcess(WithTcpMesh.class, ports, "--node", "4")) {
                other.awaitLine(READY);

                first.type("start 4");
                first.awaitLine("Node 4 runs in another terminal. Type it there.");
                first.type("split 3");
                first.awaitLine("Node 4 runs in another terminal, and would still connect the two sides.");
            }
        }
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
                        + "If it is starting, wait for the line 'Clients of node 2'. If it was killed: --node 1");
    }
}
