package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.start;
import static java.util.concurrent.TimeUnit.HOURS;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Stream;

/** An interrupt ends each kind of wait immediately, on platform and virtual threads. */
final class InterruptRows {
    private InterruptRows() {}

    static Stream<Row> all() {
        return Stream.of(ofEachWait(), others()).flatMap(rows -> rows);
    }

    private static Stream<Row> ofEachWait() {
        return waits().entrySet().stream()
                .flatMap(wait -> Stream.of(
                        interrupted(wait.getKey(), wait.getValue(), false),
                        interrupted(wait.getKey(), wait.getValue(), true)));
    }

    private static Row interrupted(String name, Callable<?> wait, boolean virtual) {
        return row(
                "interrupt at " + name + (virtual ? ", virtual" : ""),
                10,
                log -> {
                    Runnable waiting = () -> {
                        log.outcome(wait);
                        log.say(Thread.currentThread().isInterrupted());
                    };
                    Thread thread = virtual ? Thread.startVirtualThread(waiting) : start(waiting::run);
                    Thread.sleep(10);
                    thread.interrupt();
                    thread.join();
                },
                "10 InterruptedException",
                "false");
    }

    private static Map<String, Callable<?>> waits() {
        var waits = new TreeMap<String, Callable<?>>();
        waits.put("Thread.sleep", () -> {
            Thread.sleep(100_000);
            return "slept";
        });
        waits.put("Thread.join", () -> {
            Thread never = start(() -> Thread.sleep(20));
            never.join(15);
            return "joined";
        });
        waits.put("Object.wait", () -> {
            var monitor = new Object();
            synchronized (monitor) {
                monitor.wait();
            }
            return "notified";
        });
        waits.put("Object.wait(millis)", () -> {
            var monitor = new Object();
            synchronized (monitor) {
                monitor.wait(10_000);
            }
            return "notified";
        });
        waits.put("CountDownLatch.await", () -> {
            new CountDownLatch(1).await();
            return "passed";
        });
        waits.put("CountDownLatch.await(timeout)", () -> new CountDownLatch(1).await(1, HOURS));
        waits.put("CyclicBarrier.await", () -> new CyclicBarrier(2).await());
        waits.put("Phaser.awaitAdvanceInterruptibly", () -> new Phaser(1).awaitAdvanceInterruptibly(0));
        waits.put("Exchanger.exchange", () -> new Exchanger<Integer>().exchange(1));
        waits.put("Semaphore.acquire", () -> {
            new Semaphore(0).acquire();
            return "acquired";
        });
        waits.put("Semaphore.tryAcquire(timeout)", () -> new Semaphore(0).tryAcquire(1, HOURS));
        waits.put("Condition.await", () -> {
            var lock = new ReentrantLock();
            lock.lock();
            lock.newCondition().await();
            return "signalled";
        });
        waits.put("Condition.await(timeout)", () -> {
            var lock = new ReentrantLock();
            lock.lock();
            return lock.newCondition().await(1, HOURS);
        });
        waits.put("StampedLock.writeLockInterruptibly", () -> {
            var lock = new StampedLock();
            lock.readLock();
            return lock.writeLockInterruptibly();
        });
        waits.put("ArrayBlockingQueue.take", () -> new ArrayBlockingQueue<>(1).take());
        waits.put("LinkedBlockingQueue.poll(timeout)", () -> new LinkedBlockingQueue<>().poll(1, HOURS));
        waits.put("SynchronousQueue.take", () -> new SynchronousQueue<>().take());
        waits.put("LinkedTransferQueue.take", () -> new LinkedTransferQueue<>().take());
        waits.put("CompletableFuture.get", () -> new CompletableFuture<>().get());
        waits.put("CompletableFuture.get(timeout)", () -> new CompletableFuture<>().get(1, HOURS));
        waits.put("FutureTask.get", () -> new FutureTask<>(() -> 1).get());
        waits.put("awaitTermination", () -> {
            try (var pool = Executors.newFixedThreadPool(1)) {
                return pool.awaitTermination(1, HOURS);
            }
        });
        return waits;
    }

    private static Stream<Row> others() {
        return Stream.of(
                row(
                        "interrupt before the wait",
                        0,
                        log -> {
                            Thread.currentThread().interrupt();
                            log.outcome(() -> {
                                Thread.sleep(10);
                                return "slept";
                            });
                            log.say(Thread.interrupted());
                        },
                        "0 InterruptedException",
                        "false"),
                row(
                        "interrupt before the start",
                        0,
                        log -> {
                            Thread thread = new Thread(() -> log.outcome(() -> {
                                Thread.sleep(10);
                                return "slept";
                            }));
                            thread.interrupt();
                            thread.start();
                            thread.join();
                        },
                        "0 InterruptedException"),
                row(
                        "interrupt ends park and stays",
                        15,
                        log -> {
                            Thread thread = start(() -> {
                                LockSupport.park();
                                log.at(Thread.interrupted());
                                LockSupport.parkNanos(5_000_000);
                            });
                            Thread.sleep(10);
                            thread.interrupt();
                            thread.join();
                        },
                        "10 true"),
                row(
                        "interrupt does not end lock, nor synchronized",
                        50,
                        log -> {
                            var lock = new ReentrantLock();
                            var monitor = new Object();
                            Thread thread = new Thread(() -> {
                                lock.lock();
                                log.at(Thread.currentThread().isInterrupted());
                                synchronized (monitor) {
                                    log.at(Thread.currentThread().isInterrupted());
                                }
                            });
                            lock.lock();
                            synchronized (monitor) {
                                thread.start();
                                Thread.sleep(10);
                                thread.interrupt();
                                Thread.sleep(10);
                                lock.unlock();
                                Thread.sleep(30);
                            }
                            thread.join();
                        },
                        "20 true",
                        "50 true"),
                row(
                        "lockInterruptibly is interrupted",
                        10,
                        log -> {
                            var lock = new ReentrantLock();
                            lock.lock();
                            Thread thread = start(() -> log.outcome(() -> {
                                lock.lockInterruptibly();
                                return "locked";
                            }));
                            Thread.sleep(10);
                            thread.interrupt();
                            thread.join();
                        },
                        "10 InterruptedException"),
                row(
                        "interrupt of one that has ended",
                        0,
                        log -> {
                            Thread thread = start(() -> {});
                            thread.join();
                            thread.interrupt();
                            log.say(thread.isInterrupted());
                        },
                        "true"));
    }
}
