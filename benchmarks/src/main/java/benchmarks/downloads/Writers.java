package benchmarks.downloads;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Twelve virtual threads that wait a millisecond, as for a network, and then write a megabyte, again and again. It is
 * not forced to the disk: for that, the JVM adds a carrier, and so hides the effect.
 */
final class Writers implements AutoCloseable {

    private static final int COUNT = 12;
    private static final int CHUNKS = 64;
    private static final Duration NETWORK = Duration.ofMillis(1);

    /** Writes the file of a thread. */
    private interface Disk {
        void write(int number) throws IOException, InterruptedException, ExecutionException;
    }

    private final ScratchFolder folder = new ScratchFolder();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final List<Future<?>> started = new ArrayList<>();

    private Writers() throws IOException {}

    /** Each virtual thread writes its file. */
    static Writers onVirtualThreads() throws IOException {
        var writers = new Writers();
        writers.start(writers::write);
        return writers;
    }

    /** Each virtual thread waits for a thread of a pool of two, which writes the file. */
    static Writers onPoolOfTwo() throws IOException {
        var writers = new Writers();
        writers.start(number -> writers.pool
                .submit(() -> {
                    writers.write(number);
                    return null;
                })
                .get());
        return writers;
    }

    private void write(int number) throws IOException {
        folder.write(number, CHUNKS, false);
    }

    private void start(Disk disk) {
        for (int i = 0; i < COUNT; i++) {
            int number = i;
            started.add(threads.submit(() -> {
                while (true) {
                    Thread.sleep(NETWORK);
                    disk.write(number);
                }
            }));
        }
    }

    /**
     * Ends the threads and then the pool, because a write of the pool needs the folder.
     *
     * @throws IllegalStateException if a writer has failed before
     */
    @Override
    public void close() throws IOException {
        try (folder;
                pool;
                threads) {
            var failed = started.stream().filter(Future::isDone).findFirst();
            threads.shutdownNow();
            failed.ifPresent(writer -> {
                throw new IllegalStateException("a writer has failed", writer.exceptionNow());
            });
        }
    }
}
