package dataloading;

import java.util.concurrent.atomic.AtomicInteger;

/** Runs an epoch of a hundred batches of one megabyte each, in a JVM with little memory. */
final class MemoryProbe {

    private static final int BATCHES = 100;
    private static final int ROWS = 128 * 1024;

    private MemoryProbe() {}

    static void main(String[] args) throws Exception {
        Epoch version = switch (args[0]) {
            case "sequential" -> new Sequential();
            case "one-ahead" -> new OneAhead();
            case "thread-pool" -> new WithThreadPool(3, 3);
            case "virtual-threads" -> new WithVirtualThreads(3);
            case "event-loop" -> new WithEventLoop(3);
            case "all-at-once" -> new AllAtOnce();
            default -> throw new IllegalArgumentException(args[0]);
        };
        var data = new Megabytes(BATCHES, new AtomicInteger());
        int loadedFirst = version instanceof AllAtOnce ? BATCHES : 1;
        var rows = new int[1];
        version.run(data, batch -> {
            while (data.loaded().get() < loadedFirst) {
                Thread.sleep(1); // a trainer that is fast enough would need little memory, whatever is loaded
            }
            rows[0] += batch.features();
            return true;
        });
        IO.println(rows[0] == BATCHES * ROWS ? "all rows" : "only " + rows[0]);
    }

    private record Megabytes(int size, AtomicInteger loaded) implements Dataset {
        @Override
        public Batch load(int number) {
            var batch = new Batch(number, ROWS, new double[ROWS], 1);
            loaded.incrementAndGet();
            return batch;
        }
    }
}
