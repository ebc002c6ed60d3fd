package manymachines;

import java.time.Duration;
import java.util.Set;

/**
 * Connects one node of the chat with the others (article A: "asynchronous messages between services"). It is safe for
 * use by several threads.
 */
public interface Cluster extends AutoCloseable {

    /**
     * Joins the nodes that are running, or starts a cluster of one. Returns after the first view.
     *
     * @param node the number of this node, from 1 to 9
     * @param silence how long another node may be silent before it is suspected
     * @throws java.io.IOException when the node's port is in use
     */
    void join(int node, Ports ports, Duration silence, Listener listener) throws Exception;

    /**
     * Sends a message to all nodes, this one included. Returns before it has been delivered. Blocks while one of the
     * nodes is too far behind.
     *
     * @throws IllegalStateException when the cluster has been left
     */
    void send(byte[] message);

    /** For experiments: breaks all connections to other nodes once, as a restarting network does. */
    void breakConnections();

    /** For experiments: drops every message from these nodes, as if the network to them were broken. */
    void cutOff(Set<Integer> nodes);

    /** Leaves the cluster, and notifies the other nodes. */
    @Override
    void close();

    /** Receives messages and views. Its methods are called one at a time per sender, and must not block. */
    interface Listener {

        /** Receives a message of a node in the view, or of this node itself. */
        void received(byte[] message);

        /** Receives the first view, and then each new one. */
        void viewChanged(View view);
    }
}
