package benchmarks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Reactor's single scheduler: streams whose signals come on one thread. */
final class ReactorLoop implements RunningLoop {
    private final Scheduler scheduler = Schedulers.newSingle("loop");

    @Override
    public void execute(Runnable callback) {
        scheduler.schedule(callback);
    }

    @Override
    public void takeTurns(Rota rota) {
        for (int number = 0; number < rota.tasks(); number++) {
            int task = number;
            Mono.fromSupplier(() -> rota.step(task))
                    .subscribeOn(scheduler)
                    .repeat()
                    .takeWhile(goesOn -> goesOn)
                    .subscribe();
        }
    }

    @Override
    public CompletableFuture<Integer> pingPong(int last) {
        Sinks.Many<Integer> there = Sinks.many().unicast().onBackpressureBuffer();
        Sinks.Many<Integer> back = Sinks.many().unicast().onBackpressureBuffer();
        var ended = Flux.merge(play(there, back, last), play(back, there, last))
                .next()
                .toFuture();
        scheduler.schedule(() -> there.tryEmitNext(0).orThrow()); // a sink takes from one thread at a time
        return ended;
    }

    /** Returns each ball, one higher, but for the last, which comes out. */
    private Flux<Integer> play(Sinks.Many<Integer> mine, Sinks.Many<Integer> theirs, int last) {
        return mine.asFlux().publishOn(scheduler).handle((ball, ended) -> {
            if (ball == last) {
                ended.next(ball);
            } else {
                theirs.tryEmitNext(ball + 1).orThrow();
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
