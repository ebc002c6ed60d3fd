package dataloading;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Runs with two carriers: each of four loaders reads a named pipe whose content arrives late. Prints how many of them
 * read at the same time.
 */
final class ReadingProbe {

    private static final int PIPES = 4;
    private static final Duration LATE = Duration.ofMillis(200);

    private ReadingProbe() {}

    static void main(String[] args) throws Exception {
        boolean isPool = args[0].equals("pool");
        var readers = new CountDownLatch(isPool ? PIPES : 2);
        for (int number = 1; number <= PIPES; number++) {
            Path pipe = Path.of(args[number]);
            Thread.ofPlatform().daemon().start(() -> write(pipe, readers));
        }
        var data = new Pipes(args, readers, new BatchCounter());
        Epoch version = isPool ? new WithThreadPool(PIPES, PIPES) : new WithVirtualThreads(PIPES);

        version.run(data, batch -> true);

        IO.println(data.reading.peak());
    }

    private static void write(Path pipe, CountDownLatch readers) {
        try (var output = new FileOutputStream(pipe.toFile())) { // waits until a loader has opened the other end
            readers.await();
            Thread.sleep(LATE);
            output.write(1);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private record Pipes(String[] names, CountDownLatch readers, BatchCounter reading) implements Dataset {
        @Override
        public int size() {
            return PIPES;
        }

        @Override
        public Batch load(int number) throws IOException {
            reading.loading();
            readers.countDown();
            Files.readAllBytes(Path.of(names[number]));
            reading.trained();
            return Batch.empty(number);
        }
    }
}
