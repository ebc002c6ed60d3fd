package manymachines;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Wrong on purpose: each node has a TCP connection to every other node, and nothing else. Data in transit is lost when
 * a connection breaks, and a node that stops reading blocks all others.
 */
public final class WithTcpMesh implements Cluster {
    private static final int REDIAL_MILLIS = 100;

    /** The outgoing connections, by the number of the other node. */
    private final Map<Integer, Peer> peers = new ConcurrentSkipListMap<>();
    /** The incoming connections. */
    private final Set<Socket> incoming = ConcurrentHashMap.newKeySet();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Set<Integer> cutOff = Set.of();
    private volatile boolean closed;
    private int node;
    private Listener listener;
    private ServerSocket server;

    /** A connection over which this node sends. */
    private record Peer(Socket socket, DataOutputStream out) {}

    @Override
    public void join(int node, Ports ports, Duration silence, Listener listener) throws IOException {
        this.node = node;
        this.listener = listener;
        InetSocketAddress own = ports.cluster(node);
        server = new ServerSocket(own.getPort(), 50, own.getAddress());
        threads.execute(this::accept);
        dialAll(ports);
        report();
        threads.execute(() -> dialAgain(ports));
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                incoming.add(socket);
                threads.execute(() -> read(socket));
            }
        } catch (IOException ended) {
            // this node is leaving
        }
    }

    /** First reads the number of the other node, and then messages. Each message is preceded by its length. */
    private void read(Socket socket) {
        int other = 0;
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            other = in.readInt();
            while (!cutOff.contains(other)) {
                listener.received(in.readNBytes(in.readInt()));
            }
        } catch (IOException broken) {
            // data in transit is lost
        } finally {
            incoming.remove(socket);
            hangUp(other);
        }
    }

    private void dialAgain(Ports ports) {
        try {
            while (!closed) {
                Thread.sleep(REDIAL_MILLIS);
                if (dialAll(ports)) {
                    report();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Connects to all nodes that are not connected yet. Returns whether a new one was reached. */
    private boolean dialAll(Ports ports) {
        boolean found = false;
        for (int other : Ports.nodes().toArray()) {
            if (other != node && !peers.containsKey(other) && !cutOff.contains(other)) {
                found |= dial(other, ports.cluster(other));
            }
        }
        return found;
    }

    private boolean dial(int other, InetSocketAddress address) {
        try {
            var socket = new Socket(address.getAddress(), address.getPort());
            var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            out.writeInt(node);
            out.flush();
            peers.put(other, new Peer(socket, out));
            return true;
        } catch (IOException notRunning) {
            return false;
        }
    }

    @Override
    public void send(byte[] message) {
        if (closed) {
            throw new IllegalStateException("This node has left.");
        }
        listener.received(message);
        peers.forEach((other, peer) -> {
            try {
                write(peer, message);
            } catch (IOException broken) {
                hangUp(other); // the message is lost for this node
            }
        });
    }

    private static void write(Peer peer, byte[] message) throws IOException {
        synchronized (peer) {
            peer.out.writeInt(message.length);
            peer.out.write(message);
            peer.out.flush();
        }
    }

    private void hangUp(int other) {
        Peer peer = peers.remove(other);
        if (peer != null) {
            close(peer.socket);
            report();
        }
    }

    private void report() {
        var nodes = new ArrayList<>(peers.keySet());
        nodes.add(node);
        listener.viewChanged(new View(nodes, false));
    }

    @Override
    public void breakConnections() {
        List.copyOf(incoming).forEach(WithTcpMesh::close);
        Set.copyOf(peers.keySet()).forEach(this::hangUp);
    }

    @Override
    public void cutOff(Set<Integer> nodes) {
        cutOff = Set.copyOf(nodes);
        nodes.forEach(this::hangUp);
    }

    @Override
    public void close() {
        closed = true;
        if (server != null) {
            try {
                server.close();
            } catch (IOException broken) {
                // it is closed in any case
            }
        }
        peers.values().forEach(peer -> close(peer.socket));
        incoming.forEach(WithTcpMesh::close);
        threads.close();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            // it is closed in any case
        }
    }

    static void main(String... arguments) throws Exception {
        Launcher.run("tcp-mesh", arguments);
    }
}
