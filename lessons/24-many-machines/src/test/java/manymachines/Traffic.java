package manymachines;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

/** A client that sends numbered lines, on a thread of its own. */
final class Traffic {
    private final TestClient sender;
    private final int count;
    private final FutureTask<Void> sending;

    private Traffic(TestClient sender, int count, int pauseMillis) {
        this.sender = sender;
        this.count = count;
        sending = new FutureTask<>(() -> {
            for (int number = 1; number <= count; number++) {
                sender.send("line " + number);
                Thread.sleep(pauseMillis);
            }
            return null;
        });
        Thread.startVirtualThread(sending);
    }

    static Traffic of(TestClient sender, int count, int pauseMillis) {
        return new Traffic(sender, count, pauseMillis);
    }

    /** Waits until all lines have been sent. */
    void awaitSent() throws Exception {
        sending.get();
    }

    /** The lines as other clients receive them. */
    List<String> delivered() {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> sender.delivered("line " + number))
                .toList();
    }

    /** The lines of this sender that a client receives, up to the last one. */
    List<String> receivedBy(TestClient client) throws IOException {
        List<String> expected = delivered();
        String prefix = sender.delivered("line ");
        var received = new ArrayList<String>();
        while (received.isEmpty() || !received.getLast().equals(expected.getLast())) {
            String line = client.readLine();
            if (sending.state() == Future.State.FAILED) {
                throw new IOException("The sender was disconnected", sending.exceptionNow());
            }
            if (line == null) {
                throw new AssertionError("Expected more lines, but the connection ended after " + received.size());
            }
            if (line.startsWith(prefix)) {
                received.add(line);
            }
        }
        return received;
    }
}
