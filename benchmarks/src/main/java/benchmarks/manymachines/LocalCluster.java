package benchmarks.manymachines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import manymachines.Ports;

/** The nodes of a cluster, all in this JVM. They communicate over sockets, as separate processes do. */
final class LocalCluster implements AutoCloseable {
    /** A node has three ports: base + 1 to base + 9, and the same plus 10 and plus 20. */
    private static final int PORTS = 30;

    final Ports ports = freePorts();
    final List<ClusterNode> nodes = new ArrayList<>();

    /** Fails unless each node receives one message of each node unchanged. */
    LocalCluster(ClusterVersion version, int count) throws Exception {
        for (int number = 1; number <= count; number++) {
            nodes.add(new ClusterNode(version, number, ports));
        }
        awaitView(count);
        nodes.forEach(ClusterNode::send);
        for (ClusterNode node : nodes) {
            node.awaitMessages(count);
        }
    }

    /** Below the ports that the system gives to clients. */
    private static Ports freePorts() {
        while (true) {
            int base = ThreadLocalRandom.current().nextInt(340, 1_060) * PORTS;
            if (IntStream.range(1, PORTS).allMatch(port -> isFree(base + port))) {
                return new Ports(base);
            }
        }
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }

    /** Waits until the nodes 1 to {@code count} are in the views of all nodes of this JVM, and no others. */
    void awaitView(int count) throws InterruptedException {
        Set<Integer> expected = IntStream.rangeClosed(1, count).boxed().collect(Collectors.toSet());
        for (ClusterNode node : nodes) {
            node.awaitView(expected);
        }
    }

    /** The node that joined last. The first one decides the total order. */
    ClusterNode youngest() {
        return nodes.getLast();
    }

    /** The node that joined before the youngest, if there is one. */
    ClusterNode neighbour() {
        return nodes.get(Math.max(0, nodes.size() - 2));
    }

    @Override
    public void close() {
        nodes.reversed().forEach(ClusterNode::close);
    }
}
