package benchmarks.peers;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;

/** Reactor's single scheduler: streams whose signals arrive on one thread. */
final class ReactorLoop implements RunningLoop {
    private final Scheduler scheduler = Schedulers.newSingle("loop");

    @Override
    public void execute(Runnable callback) {
        scheduler.schedule(callback);
    }

    @Override
    public void takeTurns(RoundRobin tasks) {
        for (int number = 0; number < tasks.tasks(); number++) {
            int task = number;
            Mono.fromSupplier(() -> tasks.step(task))
                    .subscribeOn(scheduler)
                    .repeat()
                    .takeWhile(unfinished -> unfinished)
                    .subscribe();
        }
    }

    @Override
    public CompletableFuture<Integer> pingPong(int last) {
        Sinks.Many<Integer> there = oneAtATime();
        Sinks.Many<Integer> back = oneAtATime();
        var ended = Flux.merge(play(there, back, last), play(back, there, last))
                .next()
                .toFuture();
        scheduler.schedule(() -> there.tryEmitNext(0).orThrow()); // a sink accepts one thread at a time
        return ended;
    }

    private static Sinks.Many<Integer> oneAtATime() {
        return Sinks.many().unicast().onBackpressureBuffer(Queues.<Integer>one().get());
    }

    /** Replies to each number with the number plus one; emits the last one. */
    private Flux<Integer> play(Sinks.Many<Integer> mine, Sinks.Many<Integer> theirs, int last) {
        return mine.asFlux().publishOn(scheduler).handle((number, ended) -> {
            if (number == last) {
                ended.next(number);
            } else {
                theirs.tryEmitNext(number + 1).orThrow();
            }
        });
    }

    @Override
    public void sleep(Duration duration, Runnable then) {
        Mono.delay(duration, scheduler).subscribe(slept -> then.run());
    }

    @Override
    public void stop() {
        scheduler.dispose();
    }
}
