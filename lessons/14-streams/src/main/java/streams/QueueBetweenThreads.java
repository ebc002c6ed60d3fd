package streams;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Reads on a virtual thread, and handles the lines on the calling thread. The caller provides the queue between them.
 */
final class QueueBetweenThreads implements LineProcessor {

    private final BlockingQueue<Optional<String>> queue;

    QueueBetweenThreads(BlockingQueue<Optional<String>> queue) {
        this.queue = queue;
    }

    @Override
    public void process(Source source, LineHandler handler) throws Exception {
        var named = Thread.ofVirtual().name("reader").factory();
        try (source;
                var threads = Executors.newThreadPerTaskExecutor(named)) {
            var reading = threads.submit(() -> read(source));
            try {
                for (Optional<String> line = queue.take(); line.isPresent(); line = queue.take()) {
                    if (!handler.handle(line.get())) {
                        return;
                    }
                }
                reading.get(); // throws if reading has failed
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            } finally {
                reading.cancel(true); // the reader may be waiting for a place that will never become free
            }
        }
    }

    /** Puts all lines into the queue, and an empty element at the end, even if reading fails. */
    private Void read(Source source) throws Exception {
        try {
            var lines = new Lines(source);
            Optional<String> line;
            do {
                line = lines.next();
                queue.put(line);
            } while (line.isPresent());
            return null;
        } catch (InterruptedException left) {
            throw left; // the handler takes no more lines: another put could wait forever
        } catch (Throwable failure) {
            queue.put(Optional.empty());
            throw failure;
        }
    }
}
