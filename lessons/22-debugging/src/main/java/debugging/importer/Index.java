package debugging.importer;

import static java.time.Duration.ofMillis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The searchable index of all lines. Only one thread may use it at a time. */
final class Index {
    /** After this many batches, the new lines are written to the disk. */
    private static final int BATCHES_IN_MEMORY = 4;

    private static final Duration WRITE = ofMillis(120);

    private final List<String> inMemory = new ArrayList<>();
    private int batches;
    private int lines;

    /** Adds a batch, and returns the number of lines so far. */
    int add(List<String> batch) throws InterruptedException {
        inMemory.addAll(batch);
        lines += batch.size();
        batches++;
        if (batches % BATCHES_IN_MEMORY == 0) {
            Thread.sleep(WRITE);
            inMemory.clear();
        }
        return lines;
    }
}
