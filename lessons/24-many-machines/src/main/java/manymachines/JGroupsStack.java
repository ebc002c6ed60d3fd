package manymachines;

import java.time.Duration;
import java.util.List;
import org.jgroups.protocols.DISCARD;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.FRAG2;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.MFC;
import org.jgroups.protocols.TCPPING;
import org.jgroups.protocols.UFC;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.jgroups.stack.Protocol;

/**
 * The layers of JGroups, from the network upwards. Each adds one property. The times are short, so that a student sees
 * their effect within seconds.
 */
final class JGroupsStack {
    private static final int HEARTBEATS = 6;
    /** A suspected node is excluded unless it answers within this fraction of the silence: a third. */
    private static final int ANSWER = 3;
    /** How far a sender may be ahead of the slowest receiver, in bytes. It fits into the buffers of the sockets. */
    private static final long MOST_AHEAD = 1_000_000;

    /** The time between two searches for a cluster. */
    private static final long SEARCH_INTERVAL_MILLIS = 25;
    /** The system property with the length of the search of node 1, in milliseconds. */
    static final String SEARCH = "manymachines.search";

    private JGroupsStack() {}

    /** @param silence how long a node may be silent; in this time, each node sends six heartbeats */
    static List<Protocol> reliable(int node, Ports ports, Duration silence) throws Exception {
        long millis = silence.toMillis();
        return List.of(
                network(node, ports), // bytes over TCP
                new DISCARD(), // for experiments: breaks the network
                discovery(node, ports), // finds the other nodes
                new MERGE3().setMinInterval(500).setMaxInterval(2_000), // finds other parts of the cluster
                closedConnections(node, ports), // suspects a node whose process has ended
                new FD_ALL3().setTimeout(millis).setInterval(millis / HEARTBEATS), // suspects silent nodes
                new VERIFY_SUSPECT2().setTimeout(millis / ANSWER), // asks a suspected node before it is excluded
                new NAKACK2(), // sends to all, repeats what was lost, and keeps the order of each sender
                new UNICAST3(), // the same for messages to one node
                new STABLE(), // forgets messages that all nodes have received
                new GMS().setJoinTimeout(joinMillis(node)).printLocalAddress(false), // agrees on views
                new UFC().setMaxCredits(MOST_AHEAD), // flow control: a sender waits for a slow receiver
                new MFC().setMaxCredits(MOST_AHEAD), // the same for messages to all
                new FRAG2()); // splits large messages
    }

    private static Protocol discovery(int node, Ports ports) {
        int searches = (int) (joinMillis(node) / SEARCH_INTERVAL_MILLIS);
        return new TCPPING().initialHosts(ports.cluster()).portRange(0).numDiscoveryRuns(searches);
    }

    /**
     * How long a node searches for a cluster before it begins one. Node 1 does so first. Otherwise, nodes that start at
     * the same moment on a busy machine could begin several clusters, which merge only later.
     */
    private static long joinMillis(int node) {
        return node == 1 ? Long.getLong(SEARCH, 500) : 5_000;
    }

    private static Protocol network(int node, Ports ports) throws Exception {
        var network = new BreakableTcp();
        network.tcpNodelay(true); // without it, a small message may wait 40 ms for an acknowledgement
        // by default, it listens on another port, on all networks
        network.setDiagnosticsHandler(network.createDiagnosticsHandler().setEnabled(false));
        return network.setBindAddress(ports.cluster(node).getAddress())
                .setBindPort(ports.cluster(node).getPort())
                .setPortRange(0);
    }

    /**
     * Each node has a connection to the next one that carries no messages. The system closes it when a process ends.
     * The connections for messages may also break for other reasons, and must not make a node suspect.
     */
    private static Protocol closedConnections(int node, Ports ports) {
        return new FD_SOCK2()
                .setBindAddress(ports.cluster(node).getAddress())
                .setOffset(Ports.BETWEEN_KINDS)
                .setPortRange(0);
    }
}
