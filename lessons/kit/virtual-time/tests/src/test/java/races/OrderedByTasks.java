package races;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Programs without a data race: tasks and futures order their accesses. */
final class OrderedByTasks {
    private OrderedByTasks() {}

    static Stream<RaceRow> rows() {
        return Stream.of(
                new RaceRow("a task, and what follows its get", () -> {
                    var c = new Shared();
                    c.count = 3;
                    var l = new ArrayList<Integer>();
                    try (var p = Executors.newFixedThreadPool(3)) {
                        var f = p.submit(() -> {
                            l.add(c.count);
                            return 1;
                        });
                        f.get();
                        l.add(2);
                    }
                    IO.println(l);
                }),
                new RaceRow("elements of a list set by tasks, and what follows close", () -> {
                    var l = new ArrayList<>(List.of(0, 0, 0));
                    try (var p = Executors.newFixedThreadPool(3)) {
                        for (int i = 0; i < 3; i++) {
                            int k = i;
                            p.submit(() -> l.set(k, l.size()));
                        }
                    }
                    IO.println(l.get(0) + l.get(2));
                }),
                new RaceRow("a StringBuilder of each task", () -> {
                    try (var p = Executors.newFixedThreadPool(3)) {
                        for (int i = 0; i < 3; i++) p.submit(() -> new StringBuilder().append("a"));
                    }
                }),
                new RaceRow("tasks, and what follows close", () -> {
                    var c = new Shared();
                    try (var p = Executors.newFixedThreadPool(3)) {
                        p.execute(c::increment);
                    }
                    IO.println(c.count);
                }),
                new RaceRow("virtual threads of an executor, and what follows close", () -> {
                    var cs = IntStream.range(0, 10).mapToObj(i -> new Shared()).toList();
                    try (var p = Executors.newVirtualThreadPerTaskExecutor()) {
                        for (var c : cs) p.submit(c::increment);
                    }
                    for (var c : cs) IO.println(c.count);
                }),
                new RaceRow("stages of a CompletableFuture", () -> {
                    var c = new Shared();
                    var f = CompletableFuture.supplyAsync(() -> {
                                c.count = 1;
                                return c;
                            })
                            .thenApply(x -> {
                                x.count++;
                                return x;
                            })
                            .thenCombine(
                                    CompletableFuture.supplyAsync(() -> {
                                        var d = new Shared();
                                        d.count = 4;
                                        return d;
                                    }),
                                    (x, y) -> x.count + y.count);
                    IO.println(f.join() + c.count);
                }),
                new RaceRow("composed futures", () -> {
                    var c = new Shared();
                    var f = CompletableFuture.supplyAsync(() -> c)
                            .thenComposeAsync(x -> CompletableFuture.supplyAsync(() -> {
                                x.count++;
                                return x;
                            }))
                            .thenAccept(x -> x.count++);
                    f.get();
                    IO.println(c.count);
                }),
                new RaceRow("joined futures of a list", () -> {
                    var cs = Stream.generate(Shared::new).limit(4).toList();
                    var fs = cs.stream()
                            .map(c -> CompletableFuture.supplyAsync(() -> {
                                c.count++;
                                return c;
                            }))
                            .toList();
                    fs.stream().map(CompletableFuture::join).forEach(c -> c.count++);
                }),
                new RaceRow("a future completed by another thread", () -> {
                    var c = new Shared();
                    var f = new CompletableFuture<Shared>();
                    Thread.ofVirtual().start(() -> {
                        c.count = 1;
                        f.complete(c);
                    });
                    f.orTimeout(1, TimeUnit.SECONDS)
                            .whenComplete((x, e) -> x.count++)
                            .handle((x, e) -> x.count++)
                            .join();
                    IO.println(c.count);
                }),
                new RaceRow("a parallel stream, and what comes before and after", () -> {
                    var c = new Shared();
                    c.count = 3;
                    IO.println(IntStream.range(0, 1000)
                            .parallel()
                            .map(i -> i + c.count)
                            .sum());
                    c.count++;
                }),
                new RaceRow("containers of a parallel stream", () -> {
                    IO.println(IntStream.range(0, 1000)
                            .parallel()
                            .boxed()
                            .collect(() -> new ArrayList<Integer>(), (l, x) -> l.add(x), (l, m) -> l.addAll(m))
                            .size());
                }),
                new RaceRow("periodic tasks", () -> {
                    var c = new Shared();
                    try (var p = Executors.newScheduledThreadPool(2)) {
                        c.count = 1;
                        p.schedule(() -> c.count++, 1, TimeUnit.SECONDS).get();
                        c.count++;
                        var f = p.scheduleAtFixedRate(() -> c.count++, 1, 1, TimeUnit.SECONDS);
                        Thread.sleep(5500);
                        f.cancel(false);
                    }
                }),
                new RaceRow("a Timer", () -> {
                    var c = new Shared();
                    var d = new CountDownLatch(1);
                    var t = new Timer(true);
                    c.count = 1;
                    t.schedule(
                            new TimerTask() {
                                public void run() {
                                    c.count++;
                                    d.countDown();
                                }
                            },
                            1000);
                    d.await();
                    c.count++;
                }),
                new RaceRow("tasks of the only thread of a pool", () -> {
                    var c = new Shared();
                    try (var p = Executors.newSingleThreadExecutor()) {
                        for (int i = 0; i < 5; i++) p.submit(() -> c.count++);
                    }
                    IO.println(c.count);
                }),
                new RaceRow("timed tasks of the only thread of a pool", () -> {
                    var c = new Shared();
                    try (var p = Executors.newSingleThreadScheduledExecutor()) {
                        for (int i = 0; i < 5; i++) p.schedule(() -> c.count++, i, TimeUnit.SECONDS);
                    }
                    IO.println(c.count);
                }),
                new RaceRow("values of a ThreadLocal", () -> {
                    var t = ThreadLocal.withInitial(Shared::new);
                    try (var p = Executors.newFixedThreadPool(2)) {
                        for (int i = 0; i < 7; i++) p.submit(() -> t.get().count++);
                    }
                }),
                new RaceRow("invokeAll", () -> {
                    var cs = Stream.generate(Shared::new).limit(5).toList();
                    try (var p = Executors.newFixedThreadPool(2)) {
                        p.invokeAll(cs.stream()
                                .map(c -> (Callable<Integer>) () -> c.count++)
                                .toList());
                        for (var c : cs) c.count++;
                    }
                }),
                new RaceRow("an ExecutorCompletionService", () -> {
                    try (var p = Executors.newFixedThreadPool(2)) {
                        var e = new ExecutorCompletionService<Shared>(p);
                        for (int i = 0; i < 4; i++)
                            e.submit(() -> {
                                var c = new Shared();
                                c.count++;
                                return c;
                            });
                        for (int i = 0; i < 4; i++) e.take().get().count++;
                    }
                }),
                new RaceRow("forked tasks", () -> {
                    var c = new Shared();
                    c.count = 1;
                    ForkJoinPool.commonPool().invoke(new RecursiveAction() {
                        protected void compute() {
                            c.count++;
                            var x = new Shared();
                            var y = new Shared();
                            invokeAll(ForkJoinTask.adapt(() -> x.count++), ForkJoinTask.adapt(() -> y.count++));
                            IO.println(x.count + y.count);
                        }
                    });
                    c.count++;
                }),
                new RaceRow("anyOf", () -> {
                    var f = CompletableFuture.anyOf(
                            CompletableFuture.supplyAsync(() -> {
                                var c = new Shared();
                                c.count++;
                                return c;
                            }),
                            new CompletableFuture<Shared>());
                    ((Shared) f.join()).count++;
                }),
                new RaceRow("a delayed executor", () -> {
                    var c = new Shared();
                    c.count = 1;
                    CompletableFuture.supplyAsync(
                                    () -> c.count++, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS))
                            .thenRun(() -> c.count++)
                            .join();
                    c.count++;
                }),
                new RaceRow("recursive tasks", () -> {
                    IO.println(new ForkJoinPool(3).invoke(new Shared.Sum(0, 100)));
                }));
    }
}
