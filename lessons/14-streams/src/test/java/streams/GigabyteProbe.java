package streams;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** Counts the lines of many bytes in a small JVM, with one version. Prints the actual and the expected count. */
final class GigabyteProbe {

    /** Counts, and does not block. */
    private static class Counter implements LineHandler {
        private long lines;

        @Override
        public boolean handle(String line) throws InterruptedException {
            lines++;
            return true;
        }

        @Override
        public CompletionStage<Boolean> handleOn(EventLoop loop, String line) {
            lines++;
            return loop.completed(true);
        }
    }

    /** Is far slower than the source. */
    private static final class SlowCounter extends Counter {
        @Override
        public boolean handle(String line) throws InterruptedException {
            Thread.sleep(1);
            return super.handle(line);
        }
    }

    /** Each step ends with thenCompose of the next, so each future waits for the next one. */
    private static final class ChainOfFutures implements LineProcessor {
        @Override
        public void process(Source source, LineHandler handler) throws Exception {
            EventLoop.run(loop -> readOn(loop, new AsyncLines(loop, source), handler));
        }

        private static CompletionStage<Void> readOn(EventLoop loop, AsyncLines lines, LineHandler handler) {
            return lines.next()
                    .thenCompose(line -> line.isEmpty()
                            ? loop.completed(null)
                            : handler.handleOn(loop, line.get())
                                    .thenCompose(more -> loop.sleep(Duration.ZERO))
                                    .thenCompose(slept -> readOn(loop, lines, handler)));
        }
    }

    private GigabyteProbe() {}

    static void main(String[] args) throws Exception {
        long bytes = Long.parseLong(args[1]);
        var source = new GeneratedSource(bytes);
        var counter = args.length > 2 ? new SlowCounter() : new Counter();
        version(args[0]).process(source, counter);
        IO.println(counter.lines + " of " + source.lines(bytes));
    }

    private static LineProcessor version(String name) {
        return switch (name) {
            case "all-lines-first" -> new AllLinesFirst();
            case "sequential" -> new Sequential();
            case "unbounded-queue" -> new UnboundedQueue();
            case "chain-of-futures" -> new ChainOfFutures();
            default ->
                Arrays.stream(Versions.values())
                        .filter(version ->
                                version.name().toLowerCase(Locale.ROOT).equals(name))
                        .findFirst()
                        .orElseThrow()
                        .with(100);
        };
    }
}
