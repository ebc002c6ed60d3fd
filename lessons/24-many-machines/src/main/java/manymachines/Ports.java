package manymachines;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ports of all nodes on one machine. Node 2 serves clients on port base + 2, and accepts the other nodes on port
 * base + 12, which is always on the loopback interface.
 */
public record Ports(int base) {
    /** The nodes have the numbers 1 to 9. */
    public static final int MOST_NODES = 9;

    static final int DEFAULT_BASE = 8880;
    private static final int BETWEEN_NODES = 10;

    /** The highest base whose ports are all valid. */
    static final int HIGHEST_BASE = 65_535 - BETWEEN_NODES - MOST_NODES;

    int chat(int node) {
        return base + node;
    }

    InetSocketAddress cluster(int node) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), base + BETWEEN_NODES + node);
    }

    /** The numbers that a node can have. */
    static IntStream nodes() {
        return IntStream.rangeClosed(1, MOST_NODES);
    }

    List<InetSocketAddress> cluster() {
        return nodes().mapToObj(this::cluster).toList();
    }
}
