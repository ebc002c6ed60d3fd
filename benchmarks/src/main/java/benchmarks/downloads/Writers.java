package benchmarks.downloads;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

    private Writers() throws IOException {}

    /** Each virtual thread writes its file. */
    static Writers onVirtualThreads() throws IOException {
        var writers = new Writers();
        writers.start(number -> writers.folder.write(number, CHUNKS, false));
        return writers;
    }

    /** Each virtual thread waits for a thread of the pool, which writes the file. */
    static Writers onPool(ExecutorService pool) throws IOException {
        var writers = new Writers();
        writers.start(number -> pool.submit(() -> {
                    writers.folder.write(number, CHUNKS, false);
                    return null;
                })
                .get());
        return writers;
    }

    private void start(Disk disk) {
        for (int i = 0; i < COUNT; i++) {
            int number = i;
            threads.submit(() -> {
                while (true) {
                    Thread.sleep(NETWORK);
                    disk.write(number);
                }
            });
        }
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            threads.shutdownNow();
            threads.close();
        }
    }
}
