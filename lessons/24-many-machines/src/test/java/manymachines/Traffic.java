package manymachines;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

/**
 * A client that sends numbered lines, on a thread of its own, until {@link #end}. So it lasts as long as what happens
 * during the traffic, however slow the machine is.
 */
final class Traffic {
    /** Sent after the numbered lines. */
    private static final String LAST = "end of traffic";

    private static final int PAUSE_MILLIS = 5;

    private final TestClient sender;
    private final FutureTask<Integer> sending = new FutureTask<>(this::send);
    private volatile boolean ended;

    private Traffic(TestClient sender) {
        this.sender = sender;
    }

    static Traffic start(TestClient sender) {
        var traffic = new Traffic(sender);
        Thread.startVirtualThread(traffic.sending);
        return traffic;
    }

    /** Returns how many numbered lines it has sent. */
    private int send() throws IOException, InterruptedException {
        int count = 0;
        while (!ended) {
            count++;
            sender.send("line " + count);
            Thread.sleep(PAUSE_MILLIS);
        }
        sender.send(LAST);
        return count;
    }

    /** Sends a last line, which every client that is connected now receives. */
    void end() throws Exception {
        ended = true;
        sending.get();
    }

    /** All lines as other clients receive them, except the last one. */
    List<String> delivered() throws Exception {
        return IntStream.rangeClosed(1, sending.get()).mapToObj(this::delivered).toList();
    }

    /** A line as other clients receive it. The first has the number 1. */
    String delivered(int number) {
        return sender.delivered("line " + number);
    }

    /** The lines of this sender that a client receives, up to the last one. */
    List<String> receivedBy(TestClient client) throws IOException {
        var received = new ArrayList<String>();
        for (String line = next(client); !line.equals(sender.delivered(LAST)); line = next(client)) {
            received.add(line);
        }
        return received;
    }

    /** The next line of this sender that a client receives. */
    String next(TestClient client) throws IOException {
        String line;
        do {
            line = client.readLine();
            if (sending.state() == Future.State.FAILED) {
                throw new IOException("The sender was disconnected", sending.exceptionNow());
            }
            if (line == null) {
                throw new AssertionError("Expected more lines, but the connection ended");
            }
        } while (!line.startsWith(sender.delivered("")));
        return line;
    }
}
