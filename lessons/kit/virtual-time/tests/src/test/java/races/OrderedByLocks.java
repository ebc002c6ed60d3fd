package races;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Programs without a data race: threads, locks and queues order their accesses. */
final class OrderedByLocks {
    private OrderedByLocks() {}

    static Stream<RaceRow> rows() {
        return Stream.of(
                new RaceRow("synchronized methods", () -> {
                    var c = new Shared();
                    Shared.inTwoThreads(c::incrementLocked, c::incrementLocked);
                    IO.println(c.count);
                }),
                new RaceRow("method references to thread-safe collections", () -> {
                    var map = new ConcurrentHashMap<Integer, String>();
                    var list = Collections.synchronizedList(new ArrayList<Integer>());
                    BiFunction<Integer, String, String> put = map::put;
                    Predicate<Integer> add = list::add;
                    Shared.inTwoThreads(() -> put.apply(1, "a"), () -> put.apply(2, "b"));
                    Shared.inTwoThreads(() -> add.test(1), list::clear);
                }),
                new RaceRow("synchronized blocks", () -> {
                    var c = new Shared();
                    Shared.inTwoThreads(
                            () -> {
                                synchronized (c) {
                                    c.count++;
                                }
                            },
                            () -> {
                                synchronized (c) {
                                    c.count++;
                                }
                            });
                    IO.println(c.count);
                }),
                new RaceRow("a volatile field", () -> {
                    var c = new Shared();
                    Shared.inTwoThreads(() -> c.flag++, () -> c.flag++);
                }),
                new RaceRow("a field published by a volatile one", () -> {
                    var c = new Shared();
                    Shared.inTwoThreads(
                            () -> {
                                c.count = 5;
                                c.flag = 1;
                            },
                            () -> {
                                while (c.flag == 0) Thread.onSpinWait();
                                IO.println(c.count);
                            });
                }),
                new RaceRow("different elements of an array", () -> {
                    int[] x = {0, 0};
                    Shared.inTwoThreads(() -> x[0]++, () -> x[1]++);
                    IO.println(x[0] + x[1]);
                }),
                new RaceRow("a ReentrantLock", () -> {
                    var c = new Shared();
                    var l = new ReentrantLock();
                    Runnable r = () -> {
                        l.lock();
                        try {
                            c.count++;
                        } finally {
                            l.unlock();
                        }
                    };
                    Shared.inTwoThreads(r, r);
                }),
                new RaceRow("a BlockingQueue", () -> {
                    var q = new LinkedBlockingQueue<Shared>();
                    Shared.inTwoThreads(
                            () -> {
                                for (int i = 0; i < 4; i++) {
                                    var c = new Shared();
                                    c.count = i;
                                    q.add(c);
                                }
                            },
                            () -> {
                                try {
                                    for (int i = 0; i < 4; i++) q.take().count++;
                                } catch (InterruptedException stopped) {
                                    throw new IllegalStateException(stopped);
                                }
                            });
                }),
                new RaceRow("a SynchronousQueue", () -> {
                    var q = new SynchronousQueue<Shared>();
                    Shared.inTwoThreads(
                            () -> {
                                try {
                                    var c = new Shared();
                                    c.count = 1;
                                    q.put(c);
                                } catch (InterruptedException stopped) {
                                    throw new IllegalStateException(stopped);
                                }
                            },
                            () -> {
                                try {
                                    q.take().count++;
                                } catch (InterruptedException stopped) {
                                    throw new IllegalStateException(stopped);
                                }
                            });
                }),
                new RaceRow("a CountDownLatch", () -> {
                    var c = new Shared();
                    var l = new CountDownLatch(1);
                    Shared.inTwoThreads(
                            () -> {
                                c.count++;
                                l.countDown();
                            },
                            () -> {
                                try {
                                    l.await();
                                } catch (InterruptedException stopped) {
                                    throw new IllegalStateException(stopped);
                                }
                                c.count++;
                            });
                }),
                new RaceRow("a semaphore with one permit", () -> {
                    var c = new Shared();
                    var l = new Semaphore(1);
                    Runnable r = () -> {
                        l.acquireUninterruptibly();
                        c.count++;
                        l.release();
                    };
                    Shared.inTwoThreads(r, r);
                }),
                new RaceRow("a CyclicBarrier", () -> {
                    var c = new Shared();
                    var l = new CyclicBarrier(2);
                    Shared.inTwoThreads(
                            () -> {
                                c.count++;
                                try {
                                    l.await();
                                } catch (Exception stopped) {
                                    throw new IllegalStateException(stopped);
                                }
                            },
                            () -> {
                                try {
                                    l.await();
                                } catch (Exception stopped) {
                                    throw new IllegalStateException(stopped);
                                }
                                c.count++;
                            });
                }),
                new RaceRow("a ReadWriteLock", () -> {
                    var c = new Shared();
                    var l = new ReentrantReadWriteLock();
                    Shared.inTwoThreads(
                            () -> {
                                l.writeLock().lock();
                                c.count++;
                                l.writeLock().unlock();
                            },
                            () -> {
                                l.readLock().lock();
                                IO.println(c.count);
                                l.readLock().unlock();
                            });
                }),
                new RaceRow("wait and notifyAll", () -> {
                    var c = new Shared();
                    Shared.inTwoThreads(
                            () -> {
                                synchronized (c) {
                                    while (c.count == 0)
                                        try {
                                            c.wait();
                                        } catch (InterruptedException stopped) {
                                            throw new IllegalStateException(stopped);
                                        }
                                    c.count++;
                                }
                            },
                            () -> {
                                synchronized (c) {
                                    c.count = 1;
                                    c.notifyAll();
                                }
                            });
                }),
                new RaceRow("a list that is also the monitor", () -> {
                    List<Integer> l = new ArrayList<>(); // the call of wait names the interface
                    Shared.inTwoThreads(
                            () -> {
                                synchronized (l) {
                                    while (l.isEmpty()) {
                                        awaitSignal(l);
                                    }
                                    l.add(2);
                                }
                            },
                            () -> {
                                synchronized (l) {
                                    l.add(1);
                                    l.notifyAll();
                                    l.add(3);
                                }
                            });
                }),
                new RaceRow("a loop over a synchronized list that holds its lock", () -> {
                    List<Integer> l = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
                    Shared.inTwoThreads(
                            () -> {
                                synchronized (l) {
                                    for (int i : l) IO.println(i);
                                }
                            },
                            () -> l.add(l.size()));
                }),
                new RaceRow("an interrupt of a thread that waits for a signal", () -> {
                    var c = new Shared();
                    var waiting = Thread.startVirtualThread(() -> {
                        synchronized (c) {
                            try {
                                c.wait();
                            } catch (InterruptedException stopped) {
                                c.count++;
                            }
                        }
                    });
                    Thread.sleep(1);
                    synchronized (c) {
                        waiting.interrupt();
                        c.count++;
                    }
                    waiting.join();
                }),
                new RaceRow("a condition", () -> {
                    var c = new Shared();
                    var l = new ReentrantLock();
                    var k = l.newCondition();
                    Shared.inTwoThreads(
                            () -> {
                                l.lock();
                                while (c.count == 0) k.awaitUninterruptibly();
                                c.count++;
                                l.unlock();
                            },
                            () -> {
                                l.lock();
                                c.count = 1;
                                k.signal();
                                l.unlock();
                            });
                }),
                new RaceRow("a CopyOnWriteArrayList", () -> {
                    var l = new CopyOnWriteArrayList<Shared>();
                    Shared.inTwoThreads(
                            () -> {
                                var c = new Shared();
                                c.count = 3;
                                l.add(c);
                            },
                            () -> {
                                for (var c : l) c.count++;
                            });
                }),
                new RaceRow("a ConcurrentHashMap", () -> {
                    var l = new ConcurrentHashMap<String, Shared>();
                    Shared.inTwoThreads(
                            () -> {
                                var c = new Shared();
                                c.count = 3;
                                l.put("a", c);
                            },
                            () -> {
                                var c = l.get("a");
                                if (c != null) c.count++;
                            });
                }),
                new RaceRow("an AtomicReference", () -> {
                    var l = new AtomicReference<Shared>();
                    Shared.inTwoThreads(
                            () -> {
                                var c = new Shared();
                                c.count = 3;
                                l.set(c);
                            },
                            () -> {
                                var c = l.get();
                                if (c != null) c.count++;
                            });
                }),
                new RaceRow("a synchronized list", () -> {
                    var l = Collections.synchronizedList(new ArrayList<Shared>());
                    Shared.inTwoThreads(
                            () -> {
                                var c = new Shared();
                                c.count = 3;
                                l.add(c);
                            },
                            () -> {
                                synchronized (l) {
                                    for (var c : l) c.count++;
                                }
                            });
                }),
                new RaceRow("an interrupt", () -> {
                    var c = new Shared();
                    var t = Thread.startVirtualThread(() -> {
                        try {
                            Thread.sleep(10000);
                        } catch (InterruptedException stopped) {
                            IO.println("stopped");
                        }
                        c.count++;
                    });
                    c.count = 4;
                    t.interrupt();
                    t.join();
                }),
                new RaceRow("an Exchanger", () -> {
                    var x = new Exchanger<Shared>();
                    Shared.inTwoThreads(
                            () -> {
                                try {
                                    var c = new Shared();
                                    c.count = 1;
                                    x.exchange(c).count++;
                                } catch (InterruptedException stopped) {
                                    throw new IllegalStateException(stopped);
                                }
                            },
                            () -> {
                                try {
                                    var c = new Shared();
                                    c.count = 1;
                                    x.exchange(c).count++;
                                } catch (InterruptedException stopped) {
                                    throw new IllegalStateException(stopped);
                                }
                            });
                }),
                new RaceRow("different elements of a list", () -> {
                    var l = new ArrayList<>(List.of(1, 2));
                    Shared.inTwoThreads(() -> l.set(0, 5), () -> l.set(1, 6));
                    IO.println(l);
                }),
                new RaceRow("a class initializer", () -> {
                    Shared.inTwoThreads(
                            () -> IO.println(Shared.Lazy.ALL.get(0).count),
                            () -> IO.println(Shared.Lazy.ALL.get(0).count));
                }),
                new RaceRow("a synchronized block left by an exception", () -> {
                    var c = new Shared();
                    Shared.inTwoThreads(
                            () -> {
                                try {
                                    c.failLocked();
                                } catch (RuntimeException expected) {
                                    IO.println("failed");
                                }
                            },
                            () -> {
                                synchronized (c) {
                                    c.count++;
                                }
                            });
                }));
    }

    private static void awaitSignal(List<Integer> list) {
        try {
            list.wait();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
