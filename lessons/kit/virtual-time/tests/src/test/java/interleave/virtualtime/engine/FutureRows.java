package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.running;
import static interleave.virtualtime.engine.Row.start;
import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.anyOf;
import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Futures. */
final class FutureRows {
    private FutureRows() {}

    static Stream<Row> all() {
        return Stream.of(plain(), completable(), timed()).flatMap(rows -> rows);
    }

    private static Stream<Row> plain() {
        return Stream.of(
                row(
                        "Future.get",
                        30,
                        log -> {
                            try (var pool = Executors.newFixedThreadPool(1)) {
                                Future<String> future = pool.submit(FutureRows::slowly);
                                log.outcome(() -> future.get(10, MILLISECONDS));
                                log.outcome(future::get);
                            }
                        },
                        "10 TimeoutException",
                        "30 slow"),
                row(
                        "Future.get of a failed one",
                        10,
                        log -> {
                            try (var pool = Executors.newFixedThreadPool(1)) {
                                log.outcome(pool.submit(() -> {
                                    Thread.sleep(10);
                                    throw new IllegalStateException("oops");
                                })::get);
                            }
                        },
                        "10 IllegalStateException"),
                row(
                        "Future.cancel(true)",
                        10,
                        log -> {
                            try (var pool = Executors.newFixedThreadPool(1)) {
                                Future<?> future = pool.submit(() -> log.outcome(FutureRows::slowly));
                                Thread.sleep(10);
                                log.say(future.cancel(true));
                                log.outcome(future::get);
                            }
                        },
                        "true",
                        "10 CancellationException",
                        "10 InterruptedException"),
                row(
                        "Future.cancel(false)",
                        30,
                        log -> {
                            try (var pool = Executors.newFixedThreadPool(1)) {
                                Future<?> future = pool.submit(() -> log.outcome(FutureRows::slowly));
                                Thread.sleep(10);
                                log.say(future.cancel(false));
                                log.say(future.isDone());
                            }
                        },
                        "true",
                        "true",
                        "30 slow"),
                row(
                        "FutureTask",
                        30,
                        log -> {
                            var task = new FutureTask<>(FutureRows::slowly);
                            new Thread(task).start();
                            log.outcome(() -> task.get(10, MILLISECONDS));
                            log.outcome(task::get);
                        },
                        "10 TimeoutException",
                        "30 slow"));
    }

    private static String slowly() throws InterruptedException {
        Thread.sleep(30);
        return "slow";
    }

    private static <T> Supplier<T> after(long millis, T value) {
        return () -> {
            running(() -> Thread.sleep(millis)).run();
            return value;
        };
    }

    private static Stream<Row> completable() {
        return Stream.of(
                row(
                        "CompletableFuture.get and join",
                        30,
                        log -> {
                            var future = new CompletableFuture<String>();
                            start(() -> {
                                Thread.sleep(30);
                                future.complete("done");
                            });
                            log.outcome(() -> future.get(10, MILLISECONDS));
                            log.outcome(future::get);
                            log.outcome(future::join);
                        },
                        "10 TimeoutException",
                        "30 done",
                        "30 done"),
                row(
                        "supplyAsync on the common pool, three at a time",
                        40,
                        log -> {
                            CompletableFuture<?>[] four = new CompletableFuture<?>[4];
                            for (int i = 0; i < 4; i++) {
                                four[i] = supplyAsync(after(20, i));
                            }
                            allOf(four).join();
                            log.say(supplyAsync(() -> Thread.currentThread().getName()
                                            + Thread.currentThread().isDaemon())
                                    .join());
                        },
                        "ForkJoinPool.commonPool-worker-1true"),
                row(
                        "supplyAsync on a pool",
                        20,
                        log -> {
                            try (var pool = Executors.newFixedThreadPool(1)) {
                                log.outcome(supplyAsync(after(20, "done"), pool)::join);
                            }
                        },
                        "20 done"),
                row(
                        "runAsync and thenRunAsync",
                        20,
                        log -> {
                            runAsync(running(() -> Thread.sleep(20)))
                                    .thenRunAsync(() -> log.at("then"))
                                    .join();
                        },
                        "20 then"),
                row(
                        "thenCombineAsync",
                        30,
                        log -> log.outcome(supplyAsync(after(30, 1))
                                .thenCombineAsync(supplyAsync(after(20, 2)), Integer::sum)::join),
                        "30 3"),
                row(
                        "thenCompose",
                        50,
                        log -> log.outcome(
                                supplyAsync(after(30, 1)).thenCompose(one -> supplyAsync(after(20, one + 1)))::join),
                        "50 2"),
                row(
                        "allOf",
                        30,
                        log -> allOf(supplyAsync(after(30, 1)), supplyAsync(after(20, 2)))
                                .join()),
                row(
                        "anyOf",
                        20,
                        log -> log.outcome(anyOf(supplyAsync(after(30, 1)), supplyAsync(after(20, 2)))::get),
                        "20 2"),
                row(
                        "exceptionally",
                        20,
                        log -> log.outcome(supplyAsync(() -> {
                                    running(() -> Thread.sleep(20)).run();
                                    throw new IllegalStateException("oops");
                                })
                                .exceptionally(oops -> oops.getClass().getSimpleName())::get),
                        "20 CompletionException"));
    }

    private static Stream<Row> timed() {
        return Stream.of(
                row(
                        "orTimeout, late",
                        20,
                        log -> log.outcome(new CompletableFuture<Void>().orTimeout(20, MILLISECONDS)::get),
                        "20 TimeoutException"),
                row(
                        "orTimeout, in time",
                        10,
                        log -> log.outcome(supplyAsync(after(10, "done")).orTimeout(20, MILLISECONDS)::get),
                        "10 done"),
                row(
                        "completeOnTimeout",
                        20,
                        log -> log.outcome(
                                supplyAsync(after(30, "done")).completeOnTimeout("default", 20, MILLISECONDS)::get),
                        "20 default"),
                row(
                        "delayedExecutor",
                        30,
                        log -> log.outcome(supplyAsync(() -> "done", delayedExecutor(30, MILLISECONDS))::get),
                        "30 done"),
                row(
                        "delayedExecutor with a pool",
                        30,
                        log -> {
                            try (var pool = Executors.newFixedThreadPool(1)) {
                                log.outcome(
                                        supplyAsync(
                                                () -> Thread.currentThread().getName(),
                                                delayedExecutor(30, MILLISECONDS, pool))::get);
                            }
                        },
                        "30 pool-1-thread-1"),
                row(
                        "a chain with a deadline",
                        45,
                        log -> {
                            CompletableFuture<String> chain = supplyAsync(after(30, "a"))
                                    .thenApplyAsync(
                                            text -> text + after(30, "b").get());
                            log.outcome(chain.orTimeout(45, MILLISECONDS)::get);
                        },
                        "45 TimeoutException"));
    }
}
