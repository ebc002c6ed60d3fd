package races;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Programs with a data race, which every schedule shows. */
final class RacyPrograms {
    private RacyPrograms() {}

    static Stream<RaceRow> rows() {
        return Stream.of(
                new RaceRow("method references that increment a field", () -> {
                    var c = new Shared();
                    Shared.inTwoThreads(c::increment, c::increment);
                }),
                new RaceRow("a write in one thread, a read in the other", () -> {
                    var c = new Shared();
                    Shared.inTwoThreads(() -> c.count++, () -> IO.println(c.count));
                }),
                new RaceRow("a HashMap", () -> {
                    var c = new Shared();
                    Shared.inTwoThreads(() -> c.map.put("a", 1), () -> c.map.put("b", 1));
                    IO.println(c.map);
                }),
                new RaceRow("method references to a collection", () -> {
                    var l = new ArrayList<>(List.of(1));
                    Consumer<Integer> add = l::add;
                    Shared.inTwoThreads(() -> add.accept(2), l::clear);
                }),
                new RaceRow("a method reference without a receiver", () -> {
                    var l = new ArrayList<>(List.of(1));
                    ToIntFunction<List<Integer>> size = List::size;
                    Shared.inTwoThreads(() -> l.add(2), () -> IO.println(size.applyAsInt(l)));
                }),
                new RaceRow("increments with println between them", () -> {
                    var c = new Shared();
                    Shared.inTwoThreads(
                            () -> {
                                c.count++;
                                IO.println("x");
                            },
                            () -> {
                                IO.println("y");
                                c.count++;
                            });
                }),
                new RaceRow("a task, and the next step of the task that forked it", () -> {
                    new ForkJoinPool(2).invoke(new RecursiveAction() {
                        @Override
                        protected void compute() {
                            var shared = new Shared();
                            var task = ForkJoinTask.adapt(() -> shared.count++).fork();
                            shared.count++;
                            task.join();
                        }
                    });
                }),
                new RaceRow("a static field", () -> {
                    Shared.inTwoThreads(() -> Shared.ofAll++, () -> Shared.ofAll++);
                }),
                new RaceRow("an element of an array", () -> {
                    int[] x = {0};
                    Shared.inTwoThreads(() -> x[0]++, () -> x[0]++);
                }),
                new RaceRow("an element of a list", () -> {
                    var l = new ArrayList<>(List.of(1, 2));
                    Shared.inTwoThreads(() -> l.set(1, 3), () -> IO.println(l.get(1)));
                }),
                new RaceRow("a StringBuilder", () -> {
                    var b = new StringBuilder();
                    Shared.inTwoThreads(() -> b.append("a"), () -> b.append("b"));
                }),
                new RaceRow("two different monitors", () -> {
                    var c = new Shared();
                    Object x = new Object(), y = new int[0];
                    Shared.inTwoThreads(
                            () -> {
                                synchronized (x) {
                                    c.count++;
                                }
                            },
                            () -> {
                                synchronized (y) {
                                    c.count++;
                                }
                            });
                }),
                new RaceRow("tasks of a pool", () -> {
                    var c = new Shared();
                    try (var p = Executors.newFixedThreadPool(3)) {
                        for (int i = 0; i < 5; i++) p.submit(c::increment);
                    }
                }),
                new RaceRow("a HashMap filled by thirty threads", () -> {
                    var m = new HashMap<Integer, Integer>();
                    try (var p = Executors.newVirtualThreadPerTaskExecutor()) {
                        for (int i = 0; i < 30; i++) {
                            int k = i;
                            p.submit(() -> m.put(k, k));
                        }
                    }
                }),
                new RaceRow("asynchronous tasks that add to a list", () -> {
                    var l = new ArrayList<Integer>();
                    CompletableFuture.allOf(IntStream.range(0, 5)
                                    .mapToObj(i -> CompletableFuture.runAsync(() -> l.add(i)))
                                    .toArray(CompletableFuture[]::new))
                            .join();
                }),
                new RaceRow("a semaphore with two permits", () -> {
                    var c = new Shared();
                    var l = new Semaphore(2);
                    Runnable r = () -> {
                        l.acquireUninterruptibly();
                        c.count++;
                        LockSupport.parkNanos(5);
                        l.release();
                    };
                    Shared.inTwoThreads(r, r);
                }),
                new RaceRow("a parallel stream that writes a field", () -> {
                    var c = new Shared();
                    IntStream.range(0, 1000).parallel().forEach(i -> c.count++);
                }),
                new RaceRow("a sleep instead of a join", () -> {
                    var c = new Shared();
                    var t = Thread.startVirtualThread(() -> c.count++);
                    Thread.sleep(1000);
                    IO.println(c.count);
                    t.join();
                }),
                new RaceRow("a read before a sleep, a write after one of the same length", () -> {
                    var c = new Shared();
                    var writer = Thread.startVirtualThread(() -> {
                        sleep();
                        c.count = 1;
                    });
                    var reader = Thread.startVirtualThread(() -> {
                        IO.println(c.count);
                        sleep();
                    });
                    writer.join();
                    reader.join();
                }),
                new RaceRow("a loop over a synchronized list, and an addition", () -> {
                    List<Integer> l = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
                    Shared.inTwoThreads(
                            () -> {
                                for (int i : l) IO.println(i);
                            },
                            () -> l.add(6));
                }),
                new RaceRow("a loop over a list, and an addition", () -> {
                    var l = new ArrayList<>(List.of(1, 2));
                    Shared.inTwoThreads(
                            () -> {
                                for (int i : l) IO.println(i);
                            },
                            () -> {
                                Thread.yield();
                                l.add(6);
                            });
                }));
    }

    private static void sleep() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
