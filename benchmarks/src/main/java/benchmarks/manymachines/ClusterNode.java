package benchmarks.manymachines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import manymachines.Cluster;
import manymachines.Ports;
import manymachines.View;

/** A node of a cluster, without clients. It compares and counts the messages that it receives. */
final class ClusterNode implements Cluster.Listener, AutoCloseable {
    /** As in the lesson. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private static final int LIMIT_SECONDS = 60;
    private static final byte[] MESSAGE = "client-1@1: A line of a chat is about this long.\n".getBytes(UTF_8);

    private final Cluster cluster;
    private final Semaphore received = new Semaphore(0);
    private Set<Integer> nodes = Set.of();

    /** Joins the cluster whose nodes have these ports. */
    ClusterNode(ClusterVersion version, int number, Ports ports) throws Exception {
        cluster = version.open();
        cluster.join(number, ports, SILENCE, this);
    }

    /** Sends a message to all nodes, and may block. */
    void send() {
        cluster.send(MESSAGE);
    }

    @Override
    public void received(byte[] message) {
        if (Arrays.equals(message, MESSAGE)) {
            received.release();
        }
    }

    /** Waits until this number of messages has arrived since the last call. */
    void awaitMessages(int count) throws InterruptedException {
        if (!received.tryAcquire(count, LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(
                    "Expected " + count + " messages, but only " + received.availablePermits() + " arrived unchanged");
        }
    }

    @Override
    public synchronized void viewChanged(View view) {
        nodes = Set.copyOf(view.nodes());
        notifyAll();
    }

    /** Waits until these nodes are in the view, and no others. */
    synchronized void awaitView(Set<Integer> expected) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!nodes.equals(expected)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("Expected the view " + expected + ", but it is " + nodes);
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
