package streams;

import java.util.concurrent.Executors;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/** A {@link Flux} of Project Reactor, a library for reactive streams. */
public final class WithReactor implements LineProcessor {

    private final int capacity;

    /** At most {@code capacity} lines are requested ahead. */
    public WithReactor(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public void process(Source source, LineHandler handler) throws Exception {
        var named = Thread.ofVirtual().name("reader").factory();
        try (source;
                var thread = Executors.newSingleThreadExecutor(named)) {
            var lines = new Lines(source);
            var published = Flux.<String>generate(sink -> next(lines, sink))
                    .subscribeOn(Schedulers.fromExecutorService(thread));
            try (var received = published.toStream(capacity)) {
                var next = received.iterator();
                while (next.hasNext() && handler.handle(next.next())) {}
            }
        } catch (RuntimeException failure) {
            throw Exceptions.unwrap(failure) instanceof Exception cause ? cause : failure;
        }
    }

    private static void next(Lines lines, SynchronousSink<String> sink) {
        try {
            lines.next().ifPresentOrElse(sink::next, sink::complete);
        } catch (Exception failure) {
            sink.error(failure);
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithReactor(Example.CAPACITY));
    }
}
