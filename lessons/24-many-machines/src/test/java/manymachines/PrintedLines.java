package manymachines;

import interleave.recorder.model.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What a node has printed so far, and when. */
final class PrintedLines {
    private final List<String> lines = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    synchronized void add(String line) {
        lines.add(line);
        times.add(System.nanoTime());
        notifyAll();
    }

    synchronized List<String> all() {
        return List.copyOf(lines);
    }

    /** The lines with their times since {@code start}, a moment of {@link System#nanoTime}. */
    synchronized List<Mark> printedSince(long start) {
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < lines.size(); i++) {
            marks.add(new Mark(Duration.ofNanos(times.get(i) - start), lines.get(i)));
        }
        return marks;
    }

    /** Waits until the last view that was printed is this one, such as "1, 2, 3". */
    void awaitLastView(String nodes) throws InterruptedException {
        await(
                "the view " + nodes,
                all -> all.reversed().stream()
                        .filter(line -> line.startsWith(Node.VIEW))
                        .findFirst()
                        .filter(line -> line.replace(" (merged)", "").equals(Node.VIEW + nodes))
                        .isPresent());
    }

    void await(String expected, Predicate<List<String>> condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TestCluster.LIMIT_SECONDS);
        synchronized (this) {
            while (!condition.test(lines)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("Expected " + expected + ", but the node printed: " + lines);
                }
                wait(left);
            }
        }
    }
}
