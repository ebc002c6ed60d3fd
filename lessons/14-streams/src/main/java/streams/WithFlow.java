package streams;

import java.util.Optional;
import java.util.concurrent.Executors;

/** A publisher of {@link java.util.concurrent.Flow}. It publishes only as many lines as were requested. */
public final class WithFlow implements LineProcessor {

    private final int capacity;

    /** At most {@code capacity} lines are requested ahead. */
    public WithFlow(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public void process(Source source, LineHandler handler) throws Exception {
        var named = Thread.ofVirtual().name("publisher").factory();
        try (source;
                var threads = Executors.newThreadPerTaskExecutor(named)) {
            var received = new QueueingSubscriber(capacity);
            new LinePublisher(() -> source, threads).subscribe(received);
            try {
                for (Optional<String> line = received.take(); line.isPresent(); line = received.take()) {
                    if (!handler.handle(line.get())) {
                        return;
                    }
                }
            } finally {
                received.cancel();
            }
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithFlow(Example.CAPACITY));
    }
}
