package manymachines;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client that sends numbered lines to one node, and counts the lines of the other clients, until the node dies. All
 * times are values of {@link System#nanoTime}.
 */
final class ChaosClient {
    private static final int PAUSE_MILLIS = 20;

    final int id;
    final int node;
    final long start = System.nanoTime();
    private final Socket socket;
    private final Thread sender;
    private final Thread reader;
    /** When each line was sent; the first is line 0. */
    private final Map<Integer, Long> sent = new ConcurrentHashMap<>();
    /** How often each line has arrived. The key is the sender and the number of the line. */
    private final Map<Line, Integer> received = new HashMap<>();

    private volatile long end = Long.MAX_VALUE;

    /** A line of a client. */
    record Line(int client, int number) {}

    ChaosClient(int id, int node, InetSocketAddress address) throws IOException {
        this.id = id;
        this.node = node;
        socket = new Socket(address.getAddress(), address.getPort());
        socket.setTcpNoDelay(true);
        sender = Thread.ofVirtual().name("sender " + id).start(this::send);
        reader = Thread.ofVirtual().name("reader " + id).start(this::read);
    }

    private void send() {
        try {
            for (int number = 0; end == Long.MAX_VALUE; number++) {
                sent.put(number, System.nanoTime());
                socket.getOutputStream().write((id + " " + number + "\n").getBytes(US_ASCII));
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | InterruptedException stopped) {
            // the node has died, or the run is over
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("* ")) {
                    String[] numbers = line.substring(line.indexOf(": ") + 2).split(" ");
                    received.merge(
                            new Line(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])), 1, Integer::sum);
                }
            }
        } catch (IOException died) {
            // its end is recorded below
        } finally {
            end = Math.min(end, System.nanoTime());
        }
    }

    /** Stops sending. Lines in transit still arrive. */
    void stopSending() {
        sender.interrupt();
    }

    /** Closes the connection, and waits until both threads have ended. */
    void close() throws IOException, InterruptedException {
        end = Math.min(end, System.nanoTime());
        socket.close();
        sender.join();
        reader.join();
    }

    /** Whether the client was connected for this whole time. */
    boolean livedFrom(long from, long to) {
        return start <= from && end >= to;
    }

    Map<Integer, Long> sent() {
        return sent;
    }

    /** How often a line has arrived. Call it only after {@link #close}. */
    int timesReceived(Line line) {
        return received.getOrDefault(line, 0);
    }
}
