package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.running;
import static interleave.virtualtime.engine.Row.start;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;

/** Executors of all kinds, timers, and how they end. */
final class ExecutorRows {
    private ExecutorRows() {}

    static Stream<Row> all() {
        return Stream.of(pools(), collecting(), scheduled(), ending(), timers()).flatMap(rows -> rows);
    }

    private static Stream<Row> pools() {
        return Stream.of(
                row("newSingleThreadExecutor", 40, log -> fourSleepers(Executors.newSingleThreadExecutor())),
                row("newFixedThreadPool", 20, log -> fourSleepers(Executors.newFixedThreadPool(2))),
                row("newCachedThreadPool", 10, log -> fourSleepers(Executors.newCachedThreadPool())),
                row("newWorkStealingPool(2)", 20, log -> fourSleepers(Executors.newWorkStealingPool(2))),
                row("newWorkStealingPool()", 10, log -> fourSleepers(Executors.newWorkStealingPool())),
                row(
                        "newVirtualThreadPerTaskExecutor",
                        10,
                        log -> fourSleepers(Executors.newVirtualThreadPerTaskExecutor())),
                row(
                        "newThreadPerTaskExecutor, platform",
                        10,
                        log -> fourSleepers(Executors.newThreadPerTaskExecutor(
                                Thread.ofPlatform().name("t-", 0).factory()))),
                row("newThreadPerTaskExecutor, execute", 10, log -> {
                    try (var pool = Executors.newThreadPerTaskExecutor(
                            Thread.ofPlatform().name("t-", 0).factory())) {
                        pool.execute(running(() -> Thread.sleep(10)));
                    }
                }),
                row("newThreadPerTaskExecutor, virtual, execute", 10, log -> {
                    try (var pool = Executors.newThreadPerTaskExecutor(
                            Thread.ofVirtual().factory())) {
                        pool.execute(running(() -> Thread.sleep(10)));
                    }
                }),
                row("newScheduledThreadPool as a pool", 20, log -> fourSleepers(Executors.newScheduledThreadPool(2))),
                row(
                        "a cached pool's idle thread ends after a minute",
                        60_010,
                        log -> {
                            var pool = (ThreadPoolExecutor) Executors.newCachedThreadPool();
                            pool.submit(running(() -> Thread.sleep(10)));
                            Thread.sleep(60_009);
                            log.say(pool.getPoolSize());
                            Thread.sleep(1);
                            Thread.yield();
                            log.say(pool.getPoolSize());
                        },
                        "1",
                        "0"),
                row(
                        "a full pool refuses, or lets the caller run",
                        20,
                        log -> {
                            var pool = new ThreadPoolExecutor(1, 1, 0, SECONDS, new ArrayBlockingQueue<>(1));
                            pool.execute(running(() -> Thread.sleep(10)));
                            pool.execute(running(() -> Thread.sleep(10)));
                            log.outcome(() -> pool.submit(() -> "too many"));
                            pool.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
                            pool.execute(
                                    running(() -> log.at(Thread.currentThread().getName())));
                            pool.close();
                        },
                        "0 RejectedExecutionException",
                        "0 main"));
    }

    private static void fourSleepers(ExecutorService executor) {
        try (executor) {
            for (int i = 0; i < 4; i++) {
                executor.submit(() -> {
                    Thread.sleep(10);
                    return "done";
                });
            }
        }
    }

    private static Stream<Row> collecting() {
        return Stream.of(
                row(
                        "invokeAll",
                        30,
                        log -> {
                            try (var pool = Executors.newCachedThreadPool()) {
                                for (Future<Integer> future :
                                        pool.invokeAll(List.of(after(10), after(30), after(20)))) {
                                    log.at(future.resultNow());
                                }
                            }
                        },
                        "30 10",
                        "30 30",
                        "30 20"),
                row(
                        "invokeAll, timed",
                        20,
                        log -> {
                            try (var pool = Executors.newCachedThreadPool()) {
                                for (Future<Integer> future :
                                        pool.invokeAll(List.of(after(10), after(30)), 20, MILLISECONDS)) {
                                    log.at(future.state());
                                }
                            }
                        },
                        "20 SUCCESS",
                        "20 CANCELLED"),
                row(
                        "invokeAny",
                        10,
                        log -> {
                            try (var pool = Executors.newCachedThreadPool()) {
                                log.at(pool.invokeAny(List.of(after(30), after(10), after(20))));
                            }
                        },
                        "10 10"),
                row(
                        "invokeAny, timed",
                        10,
                        log -> {
                            try (var pool = Executors.newFixedThreadPool(2)) {
                                log.outcome(() -> pool.invokeAny(List.of(after(30), after(40)), 10, MILLISECONDS));
                            }
                        },
                        "10 TimeoutException"),
                row(
                        "invokeAll of a virtual-thread executor",
                        30,
                        log -> {
                            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                                log.say(pool.invokeAll(List.of(after(10), after(30)))
                                        .size());
                                log.at("all");
                            }
                        },
                        "2",
                        "30 all"),
                row(
                        "invokeAny of a virtual-thread executor",
                        10,
                        log -> {
                            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                                log.at(pool.invokeAny(List.of(after(30), after(10)), 20, MILLISECONDS));
                            }
                        },
                        "10 10"),
                row(
                        "ExecutorCompletionService: as they complete",
                        30,
                        log -> {
                            try (var pool = Executors.newCachedThreadPool()) {
                                var service = new ExecutorCompletionService<Integer>(pool);
                                for (long millis : new long[] {30, 10, 20}) {
                                    service.submit(after(millis));
                                }
                                log.at(service.take().get());
                                log.outcome(() -> service.poll(5, MILLISECONDS));
                                log.at(service.take().get());
                                log.at(service.poll(1, SECONDS).get());
                            }
                        },
                        "10 10",
                        "15 null",
                        "20 20",
                        "30 30"));
    }

    private static Callable<Integer> after(long millis) {
        return () -> {
            Thread.sleep(millis);
            return (int) millis;
        };
    }

    private static Stream<Row> scheduled() {
        return Stream.of(
                row(
                        "schedule",
                        30,
                        log -> {
                            try (var pool = Executors.newScheduledThreadPool(1)) {
                                ScheduledFuture<String> future = pool.schedule(() -> "done", 30, MILLISECONDS);
                                log.say(future.getDelay(MILLISECONDS));
                                log.outcome(future::get);
                            }
                        },
                        "30",
                        "30 done"),
                row(
                        "scheduleAtFixedRate, of tasks that take less",
                        35,
                        log -> {
                            try (var pool = Executors.newScheduledThreadPool(1)) {
                                pool.scheduleAtFixedRate(
                                        running(() -> {
                                            log.at("tick");
                                            Thread.sleep(3);
                                        }),
                                        10,
                                        10,
                                        MILLISECONDS);
                                Thread.sleep(35);
                            }
                        },
                        "10 tick",
                        "20 tick",
                        "30 tick"),
                row(
                        "scheduleAtFixedRate, of tasks that take more",
                        45,
                        log -> {
                            try (var pool = Executors.newScheduledThreadPool(2)) {
                                pool.scheduleAtFixedRate(
                                        running(() -> {
                                            log.at("tick");
                                            Thread.sleep(15);
                                        }),
                                        0,
                                        10,
                                        MILLISECONDS);
                                Thread.sleep(40);
                            }
                        },
                        "0 tick",
                        "15 tick",
                        "30 tick"),
                row(
                        "scheduleWithFixedDelay",
                        45,
                        log -> {
                            try (var pool = Executors.newScheduledThreadPool(1)) {
                                pool.scheduleWithFixedDelay(
                                        running(() -> {
                                            log.at("tick");
                                            Thread.sleep(5);
                                        }),
                                        10,
                                        10,
                                        MILLISECONDS);
                                Thread.sleep(45);
                            }
                        },
                        "10 tick",
                        "25 tick",
                        "40 tick"),
                row(
                        "a periodic task is cancelled",
                        100,
                        log -> {
                            try (var pool = Executors.newScheduledThreadPool(1)) {
                                Future<?> ticks = pool.scheduleAtFixedRate(() -> log.at("tick"), 10, 10, MILLISECONDS);
                                Thread.sleep(25);
                                log.say(ticks.cancel(false));
                                Thread.sleep(75);
                            }
                        },
                        "10 tick",
                        "20 tick",
                        "true"),
                row(
                        "a periodic task that fails is not repeated",
                        100,
                        log -> {
                            try (var pool = Executors.newScheduledThreadPool(1)) {
                                Future<?> ticks = pool.scheduleAtFixedRate(
                                        () -> {
                                            log.at("tick");
                                            throw new IllegalStateException("oops");
                                        },
                                        10,
                                        10,
                                        MILLISECONDS);
                                log.outcome(ticks::get);
                                Thread.sleep(90);
                            }
                        },
                        "10 tick",
                        "10 IllegalStateException"),
                row(
                        "delayed tasks in the order of their times",
                        30,
                        log -> {
                            try (var pool = Executors.newSingleThreadScheduledExecutor()) {
                                pool.schedule(() -> log.at("late"), 30, MILLISECONDS);
                                pool.schedule(() -> log.at("early"), 10, MILLISECONDS);
                                pool.schedule(() -> log.at("also early"), 10, MILLISECONDS);
                            }
                        },
                        "10 early",
                        "10 also early",
                        "30 late"));
    }

    private static Stream<Row> ending() {
        return Stream.of(
                row("close waits for running tasks", 50, log -> {
                    try (var pool = Executors.newFixedThreadPool(1)) {
                        pool.execute(running(() -> Thread.sleep(50)));
                    }
                }),
                row(
                        "close of an interrupted thread cancels running tasks",
                        20,
                        log -> {
                            Thread closer = start(() -> {
                                var pool = Executors.newFixedThreadPool(1);
                                pool.execute(() -> log.outcome(() -> {
                                    Thread.sleep(50);
                                    return "slept";
                                }));
                                pool.close();
                                log.at(Thread.interrupted());
                            });
                            Thread.sleep(20);
                            closer.interrupt();
                            closer.join();
                        },
                        "20 InterruptedException",
                        "20 true"),
                row(
                        "awaitTermination",
                        50,
                        log -> {
                            var pool = Executors.newFixedThreadPool(1);
                            pool.execute(running(() -> Thread.sleep(50)));
                            pool.shutdown();
                            log.outcome(() -> pool.awaitTermination(20, MILLISECONDS));
                            log.outcome(() -> pool.awaitTermination(100, MILLISECONDS));
                            log.outcome(() -> pool.submit(() -> "late"));
                        },
                        "20 false",
                        "50 true",
                        "50 RejectedExecutionException"),
                row(
                        "shutdownNow",
                        10,
                        log -> {
                            var pool = Executors.newFixedThreadPool(3);
                            for (int i = 0; i < 5; i++) {
                                int number = i;
                                pool.execute(() -> log.outcome(() -> {
                                    Thread.sleep(50 + number);
                                    return "slept";
                                }));
                            }
                            Thread.sleep(10);
                            log.say(pool.shutdownNow().size());
                            log.outcome(() -> pool.awaitTermination(1, SECONDS));
                            log.say(pool.isTerminated());
                        },
                        "2",
                        "10 InterruptedException",
                        "10 InterruptedException",
                        "10 InterruptedException",
                        "10 true",
                        "true"),
                row(
                        "shutdownNow of a virtual-thread executor",
                        10,
                        log -> {
                            var pool = Executors.newVirtualThreadPerTaskExecutor();
                            Future<?> future = pool.submit(() -> {
                                Thread.sleep(50);
                                return "slept";
                            });
                            Thread.sleep(10);
                            pool.shutdownNow();
                            log.outcome(future::get);
                            log.outcome(() -> pool.awaitTermination(1, SECONDS));
                        },
                        "10 InterruptedException",
                        "10 true"),
                row(
                        "shutdown drops periodic tasks",
                        25,
                        log -> {
                            var pool = Executors.newScheduledThreadPool(1);
                            pool.scheduleAtFixedRate(() -> log.at("tick"), 10, 10, MILLISECONDS);
                            Thread.sleep(25);
                            pool.shutdown();
                            log.outcome(() -> pool.awaitTermination(1, SECONDS));
                        },
                        "10 tick",
                        "20 tick",
                        "25 true"));
    }

    private static Stream<Row> timers() {
        return Stream.of(
                row(
                        "Timer, once and repeatedly",
                        35,
                        log -> {
                            var timer = new Timer();
                            timer.schedule(
                                    task(() -> log.at(
                                            "once on " + Thread.currentThread().getName())),
                                    5);
                            timer.scheduleAtFixedRate(task(() -> log.at("rate")), 10, 10);
                            timer.schedule(task(() -> log.at("delay")), 12, 20);
                            Thread.sleep(35);
                            timer.cancel();
                        },
                        "5 once on Timer-0",
                        "10 rate",
                        "12 delay",
                        "20 rate",
                        "30 rate",
                        "32 delay"),
                row(
                        "Timer, names of two",
                        0,
                        log -> {
                            var daemon = new Timer(true);
                            var named = new Timer("named");
                            daemon.schedule(
                                    task(() -> log.say(Thread.currentThread().getName()
                                            + Thread.currentThread().isDaemon())),
                                    0);
                            named.schedule(
                                    task(() -> log.say(Thread.currentThread().getName())), 0);
                            Thread.yield();
                            daemon.cancel();
                            named.cancel();
                        },
                        "Timer-0true",
                        "named"),
                row(
                        "a TimerTask is cancelled",
                        30,
                        log -> {
                            var timer = new Timer();
                            TimerTask task = task(() -> log.at("never"));
                            timer.schedule(task, 20);
                            Thread.sleep(10);
                            log.say(task.cancel());
                            Thread.sleep(20);
                            timer.cancel();
                        },
                        "true"));
    }

    private static TimerTask task(Row.Action step) {
        return new TimerTask() {
            @Override
            public void run() {
                running(step).run();
            }
        };
    }
}
