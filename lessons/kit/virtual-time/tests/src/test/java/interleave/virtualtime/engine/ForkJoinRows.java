package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.running;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RecursiveTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The common pool, own pools, recursive tasks, parallel streams. */
final class ForkJoinRows {
    private ForkJoinRows() {}

    static Stream<Row> all() {
        return Stream.of(
                row("a worker submits to its own queue", 0, ForkJoinRows::submitFromWorker, "3 queued", "[3, 2, 1]"),
                row(
                        "the common pool has three workers, and main helps",
                        20,
                        log -> {
                            log.say(ForkJoinPool.commonPool().getParallelism() + " of "
                                    + Runtime.getRuntime().availableProcessors());
                            IntStream.range(0, 8)
                                    .parallel()
                                    .forEach(
                                            i -> running(() -> Thread.sleep(10)).run());
                        },
                        "3 of 4"),
                row(
                        "a parallel stream keeps its order",
                        20,
                        log -> log.say(IntStream.range(0, 8)
                                .parallel()
                                .mapToObj(i -> {
                                    running(() -> Thread.sleep(10)).run();
                                    return i * i;
                                })
                                .toList()),
                        "[0, 1, 4, 9, 16, 25, 36, 49]"),
                row(
                        "a parallel reduction",
                        0,
                        log -> log.say(
                                IntStream.rangeClosed(1, 10_000).parallel().sum()),
                        "50005000"),
                row("a parallel stream in an own pool", 40, log -> {
                    try (var pool = new ForkJoinPool(2)) {
                        pool.submit(() -> IntStream.range(0, 8)
                                        .parallel()
                                        .forEach(i ->
                                                running(() -> Thread.sleep(10)).run()))
                                .get();
                    }
                }),
                row(
                        "RecursiveTask",
                        40,
                        log -> {
                            try (var pool = new ForkJoinPool(4)) {
                                log.say(pool.invoke(new Sum(0, 16)));
                            }
                        },
                        "120"),
                row(
                        "RecursiveTask on the common pool, not ideally spread",
                        50,
                        log -> log.say(new Sum(0, 16).invoke()),
                        "120"),
                row(
                        "invokeAll of a pool",
                        20,
                        log -> {
                            try (var pool = new ForkJoinPool(2)) {
                                Callable<Integer> task = () -> {
                                    Thread.sleep(10);
                                    return 1;
                                };
                                log.say(pool.invokeAll(List.of(task, task, task, task))
                                        .size());
                            }
                        },
                        "4"),
                row(
                        "schedule on a fork-join pool",
                        25,
                        log -> {
                            try (var pool = new ForkJoinPool(1)) {
                                log.outcome(pool.schedule(() -> "done", 10, MILLISECONDS)::get);
                                var ticks = pool.scheduleAtFixedRate(() -> log.at("tick"), 5, 5, MILLISECONDS);
                                Thread.sleep(15);
                                ticks.cancel(false);
                            }
                        },
                        "10 done",
                        "15 tick",
                        "20 tick"),
                row(
                        "awaitQuiescence and awaitTermination",
                        30,
                        log -> {
                            var pool = new ForkJoinPool(1);
                            pool.execute(running(() -> Thread.sleep(10)));
                            log.outcome(() -> pool.awaitQuiescence(100, MILLISECONDS));
                            pool.execute(running(() -> Thread.sleep(20)));
                            pool.shutdown();
                            log.outcome(() -> pool.awaitTermination(5, MILLISECONDS));
                            log.outcome(() -> pool.awaitTermination(100, MILLISECONDS));
                        },
                        "10 true",
                        "15 false",
                        "30 true"),
                row(
                        "shutdownNow of a fork-join pool",
                        10,
                        log -> {
                            var pool = new ForkJoinPool(2);
                            var task = pool.submit(() -> log.outcome(() -> {
                                Thread.sleep(100);
                                return "slept";
                            }));
                            Thread.sleep(10);
                            pool.shutdownNow();
                            log.outcome(() -> pool.awaitTermination(100, MILLISECONDS));
                            log.say(task.isCancelled());
                        },
                        "10 InterruptedException",
                        "10 true",
                        "false"));
    }

    /** A recursive sum, in which each leaf takes 10 ms. */
    private static final class Sum extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1;
        private final int from;
        private final int to;

        Sum(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected Integer compute() {
            if (to - from == 1) {
                running(() -> Thread.sleep(10)).run();
                return from;
            }
            int middle = (from + to) / 2;
            var left = new Sum(from, middle);
            left.fork();
            return new Sum(middle, to).compute() + left.join();
        }
    }

    private static void submitFromWorker(Transcript log) throws Exception {
        var order = Collections.synchronizedList(new ArrayList<Integer>());
        try (var pool = new ForkJoinPool(1)) {
            pool.submit(() -> {
                        for (int task = 1; task <= 3; task++) {
                            int number = task;
                            pool.execute(() -> order.add(number));
                        }
                        log.say(((ForkJoinWorkerThread) Thread.currentThread()).getQueuedTaskCount() + " queued");
                    })
                    .get();
        }
        log.say(order);
    }
}
