package benchmarks.peers;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One event loop of Vert.x, and a context on it. */
final class VertxLoop implements RunningLoop {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context context = vertx.getOrCreateContext();

    @Override
    public void execute(Runnable callback) {
        context.runOnContext(nothing -> callback.run());
    }

    @Override
    public void takeTurns(RoundRobin tasks) {
        context.runOnContext(nothing -> tasks.start(step -> nextTurn().future().onComplete(done -> step.run())));
    }

    /** Completes on the loop's next turn. */
    private Promise<Void> nextTurn() {
        Promise<Void> promise = Promise.promise();
        context.runOnContext(promise::complete);
        return promise;
    }

    @Override
    public CompletableFuture<Integer> pingPong(int last) {
        return Handoff.pingPong(last, VertxHandoff::new, this);
    }

    @Override
    public void sleep(Duration duration, Runnable then) {
        vertx.setTimer(duration.toMillis(), timer -> then.run());
    }

    @Override
    public void stop() {
        vertx.close().await();
    }

    /** A future for the next number. */
    private final class VertxHandoff implements Handoff {
        private Promise<Integer> next = Promise.promise();

        @Override
        public void put(Integer number) {
            context.runOnContext(later -> next.complete(number));
        }

        @Override
        public void take(Consumer<Integer> receiver) {
            next.future().onSuccess(number -> {
                next = Promise.promise();
                receiver.accept(number);
            });
        }
    }
}
