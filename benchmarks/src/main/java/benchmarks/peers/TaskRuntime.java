package benchmarks.peers;

import interleave.eventloop.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.PromiseCombiner;
import io.vertx.core.Timer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Runtimes that can keep very many tasks asleep at once. */
public enum TaskRuntime {
    /** A task of the course's loop for each sleep. */
    INTERLEAVE_TASKS {
        @Override
        public int gather(int tasks, Duration sleep) throws Exception {
            return EventLoop.<List<Void>>run(loop ->
                            loop.gather(Stream.generate(() -> loop.createTask(() -> loop.sleep(sleep)))
                                    .limit(tasks)
                                    .toList()))
                    .size();
        }
    },
    /** One task of the course's loop, and the futures of its sleeps. */
    INTERLEAVE_FUTURES {
        @Override
        public int gather(int tasks, Duration sleep) throws Exception {
            return EventLoop.<List<Void>>run(loop -> loop.gather(Stream.generate(() -> loop.sleep(sleep))
                            .limit(tasks)
                            .toList()))
                    .size();
        }
    },
    /** Netty has no tasks: a callback starts the sleep, and completes a promise at the end of it. */
    NETTY_TASKS {
        @Override
        public int gather(int tasks, Duration sleep) throws Exception {
            return gatherOnNetty(tasks, loop -> {
                Promise<Void> task = loop.newPromise();
                loop.execute(() -> loop.schedule(TaskRuntime::nothing, sleep.toNanos(), TimeUnit.NANOSECONDS)
                        .addListener(slept -> task.setSuccess(null)));
                return task;
            });
        }
    },
    /** The futures of its scheduled callbacks. */
    NETTY_FUTURES {
        @Override
        public int gather(int tasks, Duration sleep) throws Exception {
            return gatherOnNetty(
                    tasks, loop -> loop.schedule(TaskRuntime::nothing, sleep.toNanos(), TimeUnit.NANOSECONDS));
        }
    },
    /** Timers of one of its contexts, which are futures. */
    VERTX {
        @Override
        public int gather(int tasks, Duration sleep) throws Exception {
            var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
            var all = new CompletableFuture<Integer>();
            vertx.runOnContext(start -> {
                var timers = new ArrayList<Timer>(tasks);
                for (int task = 0; task < tasks; task++) {
                    timers.add(vertx.timer(sleep.toMillis(), TimeUnit.MILLISECONDS));
                }
                io.vertx.core.Future.all(timers)
                        .onSuccess(done -> all.complete(done.size()))
                        .onFailure(all::completeExceptionally);
            });
            int gathered = all.get();
            vertx.close().await();
            return gathered;
        }
    },
    /** A coroutine for each. */
    KOTLIN {
        @Override
        public int gather(int tasks, Duration sleep) {
            return KotlinLoop.gatherSleepers(tasks, sleep);
        }
    },
    /** Delays, zipped when all are over. */
    REACTOR {
        @Override
        public int gather(int tasks, Duration sleep) {
            var sleeps = Stream.generate(() -> Mono.delay(sleep)).limit(tasks).toList();
            return Mono.zip(sleeps, slept -> slept.length).blockOptional().orElse(0);
        }
    },
    /** Futures of the JDK's own timer. */
    JDK {
        @Override
        public int gather(int tasks, Duration sleep) {
            var timer = CompletableFuture.delayedExecutor(sleep.toNanos(), TimeUnit.NANOSECONDS);
            var sleepers = Stream.generate(() -> CompletableFuture.runAsync(TaskRuntime::nothing, timer))
                    .limit(tasks)
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(sleepers).join();
            return sleepers.length;
        }
    },
    /** A virtual thread for each. */
    VIRTUAL_THREADS {
        @Override
        public int gather(int tasks, Duration sleep) throws InterruptedException {
            var threads = Stream.generate(() -> Thread.startVirtualThread(() -> pause(sleep)))
                    .limit(tasks)
                    .toList();
            for (var thread : threads) {
                thread.join();
            }
            return threads.size();
        }
    };

    /** Starts tasks that all sleep for the same time, waits for the last one, and returns how many have ended. */
    public abstract int gather(int tasks, Duration sleep) throws Exception;

    private static int gatherOnNetty(int tasks, Function<io.netty.channel.EventLoop, Future<?>> sleeper)
            throws Exception {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        var loop = group.next();
        var gathered = new CompletableFuture<Integer>();
        loop.execute(() -> {
            var combiner = new PromiseCombiner(loop);
            var sleepers =
                    Stream.generate(() -> sleeper.apply(loop)).limit(tasks).toList();
            sleepers.forEach(combiner::add);
            combiner.finish(loop.<Void>newPromise()
                    .addListener(all -> gathered.complete(all.isSuccess() ? sleepers.size() : -1)));
        });
        int count = gathered.get();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
        return count;
    }

    private static void nothing() {}

    /** Sleeps in a {@link Runnable}. An interrupted thread ends early and keeps its interrupt status. */
    public static void pause(Duration sleep) {
        try {
            Thread.sleep(sleep);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
