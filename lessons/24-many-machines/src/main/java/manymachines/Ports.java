package manymachines;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ports of all nodes on one machine. Node 2 serves clients on port base + 2. It accepts the other nodes on the
 * ports base + 12 and, to detect that it has ended, base + 22, which are always on the loopback interface.
 */
public record Ports(int base) {
    /** The nodes have the numbers 1 to 9. */
    public static final int MOST_NODES = 9;

    static final int DEFAULT_BASE = 8880;
    /** Between the ports of a node: for clients, for messages, and for failure detection. */
    static final int BETWEEN_KINDS = 10;

    /** The highest base whose ports are all valid. */
    static final int HIGHEST_BASE = 65_535 - 2 * BETWEEN_KINDS - MOST_NODES;

    int chat(int node) {
        return base + node;
    }

    InetSocketAddress cluster(int node) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), base + BETWEEN_KINDS + node);
    }

    InetSocketAddress failureDetection(int node) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), base + 2 * BETWEEN_KINDS + node);
    }

    /** The numbers that a node can have. */
    static IntStream nodes() {
        return IntStream.rangeClosed(1, MOST_NODES);
    }

    List<InetSocketAddress> cluster() {
        return nodes().mapToObj(this::cluster).toList();
    }
}
