package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.start;
import static interleave.virtualtime.engine.Row.startVirtual;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.Date;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Stream;

/** Locks and their conditions. */
final class LockRows {
    private LockRows() {}

    static Stream<Row> all() {
        return Stream.of(reentrant(), readWrite(), stamped(), conditions()).flatMap(rows -> rows);
    }

    private static Stream<Row> reentrant() {
        return Stream.of(
                row(
                        "ReentrantLock.lock",
                        40,
                        log -> {
                            var lock = new ReentrantLock();
                            start(() -> hold(lock, 40));
                            Thread.sleep(1);
                            lock.lock();
                            log.say(lock.isHeldByCurrentThread());
                            lock.unlock();
                        },
                        "true"),
                row("ReentrantLock.lockInterruptibly", 40, log -> {
                    var lock = new ReentrantLock(true);
                    startVirtual(() -> hold(lock, 40));
                    Thread.sleep(1);
                    lock.lockInterruptibly();
                    lock.unlock();
                }),
                row(
                        "ReentrantLock.tryLock",
                        1,
                        log -> {
                            var lock = new ReentrantLock();
                            Thread holder = start(() -> hold(lock, 1));
                            Thread.yield();
                            log.say(lock.tryLock());
                            holder.join();
                            log.say(lock.tryLock());
                        },
                        "false",
                        "true"),
                row(
                        "ReentrantLock.tryLock(timeout)",
                        40,
                        log -> {
                            var lock = new ReentrantLock();
                            Thread holder = start(() -> hold(lock, 40));
                            Thread.sleep(1);
                            log.outcome(() -> lock.tryLock(20, MILLISECONDS));
                            log.outcome(() -> lock.tryLock(20, MILLISECONDS));
                            holder.join();
                        },
                        "21 false",
                        "40 true"),
                row(
                        "ReentrantLock, fair: in the order of their coming",
                        40,
                        log -> {
                            var lock = new ReentrantLock(true);
                            var threads = new Thread[4];
                            for (int i = 0; i < 4; i++) {
                                int number = i;
                                threads[i] = start(() -> {
                                    hold(lock, 10);
                                    log.at(number);
                                });
                            }
                            for (Thread thread : threads) {
                                thread.join();
                            }
                        },
                        "10 0",
                        "20 1",
                        "30 2",
                        "40 3"),
                row(
                        "unlock by another thread",
                        0,
                        log -> {
                            var lock = new ReentrantLock();
                            lock.lock();
                            start(() -> log.outcome(() -> {
                                        lock.unlock();
                                        return "unlocked";
                                    }))
                                    .join();
                        },
                        "0 IllegalMonitorStateException"));
    }

    private static Stream<Row> readWrite() {
        return Stream.of(row(
                "ReentrantReadWriteLock: readers together, the writer after them",
                60,
                log -> {
                    var lock = new ReentrantReadWriteLock();
                    Thread one = start(() -> hold(lock.readLock(), 40));
                    Thread two = startVirtual(() -> hold(lock.readLock(), 50));
                    Thread.sleep(1);
                    log.outcome(() -> lock.writeLock().tryLock(10, MILLISECONDS));
                    lock.writeLock().lock();
                    log.at("written");
                    start(() -> log.outcome(() -> lock.readLock().tryLock(5, MILLISECONDS)))
                            .join();
                    Thread.sleep(5);
                    lock.writeLock().unlock();
                    one.join();
                    two.join();
                },
                "11 false",
                "50 written",
                "55 false"));
    }

    private static Stream<Row> stamped() {
        return Stream.of(
                row(
                        "StampedLock: writers wait for readers",
                        40,
                        log -> {
                            var lock = new StampedLock();
                            start(() -> {
                                long stamp = lock.readLock();
                                Thread.sleep(40);
                                lock.unlockRead(stamp);
                            });
                            Thread.sleep(1);
                            log.say(lock.tryWriteLock(10, MILLISECONDS) == 0);
                            lock.unlockWrite(lock.writeLock());
                            log.say(lock.validate(lock.tryOptimisticRead()));
                        },
                        "true",
                        "true"),
                row(
                        "StampedLock: readers wait for writers",
                        40,
                        log -> {
                            var lock = new StampedLock();
                            start(() -> {
                                long stamp = lock.writeLock();
                                Thread.sleep(40);
                                lock.unlockWrite(stamp);
                            });
                            Thread.sleep(1);
                            log.say(lock.tryReadLock(10, MILLISECONDS) == 0);
                            log.at("tried");
                            Thread two = start(() -> lock.unlockRead(lock.readLockInterruptibly()));
                            lock.unlockRead(lock.readLock());
                            two.join();
                        },
                        "true",
                        "11 tried"));
    }

    private static Stream<Row> conditions() {
        return Stream.of(
                row("Condition.await and signal", 30, log -> {
                    var lock = new ReentrantLock();
                    var condition = lock.newCondition();
                    start(() -> {
                        Thread.sleep(30);
                        lock.lock();
                        condition.signal();
                        lock.unlock();
                    });
                    lock.lock();
                    condition.await();
                    lock.unlock();
                }),
                row(
                        "Condition.signalAll wakes all, in the order of their coming",
                        30,
                        log -> {
                            var lock = new ReentrantLock();
                            var condition = lock.newCondition();
                            var threads = new Thread[3];
                            for (int i = 0; i < 3; i++) {
                                int number = i;
                                threads[i] = start(() -> {
                                    lock.lock();
                                    condition.awaitUninterruptibly();
                                    log.at(number);
                                    lock.unlock();
                                });
                            }
                            Thread.sleep(30);
                            lock.lock();
                            condition.signalAll();
                            lock.unlock();
                            for (Thread thread : threads) {
                                thread.join();
                            }
                        },
                        "30 0",
                        "30 1",
                        "30 2"),
                row(
                        "Condition.await(timeout)",
                        30,
                        log -> {
                            var lock = new ReentrantLock();
                            lock.lock();
                            log.outcome(() -> lock.newCondition().await(30, MILLISECONDS));
                        },
                        "30 false"),
                row(
                        "Condition.awaitNanos returns the remaining time",
                        30,
                        log -> {
                            var lock = new ReentrantLock();
                            var condition = lock.newCondition();
                            start(() -> {
                                Thread.sleep(20);
                                lock.lock();
                                condition.signal();
                                lock.unlock();
                            });
                            lock.lock();
                            log.outcome(() -> condition.awaitNanos(30_000_000));
                            log.outcome(() -> condition.awaitNanos(10_000_000));
                        },
                        "20 10000000",
                        "30 0"),
                row(
                        "Condition.awaitUntil(Date)",
                        50,
                        log -> {
                            var lock = new ReentrantLock();
                            var condition = lock.newCondition();
                            lock.lock();
                            log.outcome(() -> condition.awaitUntil(new Date(System.currentTimeMillis() + 50)));
                        },
                        "50 false"),
                row(
                        "Condition of a write lock",
                        30,
                        log -> {
                            var lock = new ReentrantReadWriteLock().writeLock();
                            var condition = lock.newCondition();
                            lock.lock();
                            log.outcome(() -> condition.await(30, MILLISECONDS));
                        },
                        "30 false"));
    }

    private static void hold(Lock lock, long millis) throws InterruptedException {
        lock.lock();
        try {
            Thread.sleep(millis);
        } finally {
            lock.unlock();
        }
    }
}
