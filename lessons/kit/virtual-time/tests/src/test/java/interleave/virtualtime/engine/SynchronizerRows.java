package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.start;
import static interleave.virtualtime.engine.Row.startVirtual;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Latches, barriers, phasers, exchangers and semaphores. */
final class SynchronizerRows {
    private SynchronizerRows() {}

    static Stream<Row> all() {
        return Stream.of(latches(), barriers(), phasers(), exchangers(), semaphores())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> latches() {
        return Stream.of(row(
                "CountDownLatch.await",
                30,
                log -> {
                    var latch = new CountDownLatch(3);
                    for (int i = 1; i <= 3; i++) {
                        long millis = i * 10;
                        start(() -> {
                            Thread.sleep(millis);
                            latch.countDown();
                        });
                    }
                    log.outcome(() -> latch.await(15, MILLISECONDS));
                    latch.await();
                    log.outcome(() -> latch.await(15, MILLISECONDS));
                },
                "15 false",
                "30 true"));
    }

    private static Stream<Row> barriers() {
        return Stream.of(
                row(
                        "CyclicBarrier, twice",
                        60,
                        log -> {
                            var barrier = new CyclicBarrier(
                                    2,
                                    () -> log.at("action of "
                                            + Thread.currentThread().getName()));
                            Thread other = start(() -> {
                                for (int i = 0; i < 2; i++) {
                                    Thread.sleep(30);
                                    barrier.await();
                                }
                            });
                            log.outcome(barrier::await);
                            log.outcome(barrier::await);
                            other.join();
                        },
                        "30 action of Thread-0",
                        "30 1",
                        "60 action of Thread-0",
                        "60 1"),
                row(
                        "CyclicBarrier breaks by timeout",
                        20,
                        log -> {
                            var barrier = new CyclicBarrier(3);
                            Thread other = start(() -> log.outcome(barrier::await));
                            log.outcome(() -> barrier.await(20, MILLISECONDS));
                            other.join();
                            log.say(barrier.isBroken());
                            log.outcome(barrier::await);
                        },
                        "20 TimeoutException",
                        "20 BrokenBarrierException",
                        "true",
                        "20 BrokenBarrierException"),
                row(
                        "CyclicBarrier breaks by reset",
                        10,
                        log -> {
                            var barrier = new CyclicBarrier(2);
                            Thread other = startVirtual(() -> log.outcome(barrier::await));
                            Thread.sleep(10);
                            barrier.reset();
                            other.join();
                            log.say(barrier.isBroken());
                        },
                        "10 BrokenBarrierException",
                        "false"),
                row(
                        "CyclicBarrier breaks by interrupt",
                        10,
                        log -> {
                            var barrier = new CyclicBarrier(3);
                            Thread one = start(() -> log.outcome(barrier::await));
                            Thread two = start(() -> log.outcome(barrier::await));
                            Thread.sleep(10);
                            one.interrupt();
                            one.join();
                            two.join();
                        },
                        "10 InterruptedException",
                        "10 BrokenBarrierException"));
    }

    private static Stream<Row> phasers() {
        return Stream.of(
                row(
                        "Phaser",
                        40,
                        log -> {
                            var phaser = new Phaser(1);
                            for (int i = 1; i <= 2; i++) {
                                long millis = i * 10;
                                phaser.register();
                                start(() -> {
                                    Thread.sleep(millis);
                                    log.at("arrives " + phaser.arriveAndAwaitAdvance());
                                    Thread.sleep(millis);
                                    phaser.arriveAndDeregister();
                                });
                            }
                            log.outcome(phaser::arriveAndAwaitAdvance);
                            log.outcome(phaser::arriveAndAwaitAdvance);
                            log.outcome(phaser::arriveAndDeregister);
                            log.say(phaser.isTerminated());
                        },
                        PHASES),
                row(
                        "Phaser.awaitAdvanceInterruptibly(timeout)",
                        30,
                        log -> {
                            var phaser = new Phaser(1);
                            log.outcome(() -> phaser.awaitAdvanceInterruptibly(0, 20, MILLISECONDS));
                            start(() -> {
                                Thread.sleep(10);
                                phaser.arrive();
                            });
                            log.outcome(() -> phaser.awaitAdvanceInterruptibly(0, 20, MILLISECONDS));
                        },
                        "20 TimeoutException",
                        "30 1"));
    }

    private static final String[] PHASES = {"20 arrives 1", "20 1", "20 arrives 1", "40 2", "40 2", "true"};

    private static Stream<Row> exchangers() {
        return Stream.of(
                row(
                        "Exchanger",
                        20,
                        log -> {
                            var exchanger = new Exchanger<String>();
                            start(() -> {
                                Thread.sleep(20);
                                log.say("other got " + exchanger.exchange("from other"));
                            });
                            log.outcome(() -> exchanger.exchange("from main"));
                            Thread.yield();
                        },
                        "other got from main",
                        "20 from other"),
                row(
                        "Exchanger, timed",
                        20,
                        log -> log.outcome(() -> new Exchanger<String>().exchange("nothing", 20, MILLISECONDS)),
                        "20 TimeoutException"));
    }

    private static Stream<Row> semaphores() {
        return Stream.of(
                row(
                        "Semaphore, fair: two at a time",
                        30,
                        log -> crowd(new Semaphore(2, true), log),
                        "10 0",
                        "10 1",
                        "20 2",
                        "20 3",
                        "30 4",
                        "30 5"),
                row(
                        "Semaphore, unfair: two at a time",
                        30,
                        log -> crowd(new Semaphore(2), log),
                        "10 0",
                        "10 1",
                        "20 2",
                        "20 3",
                        "30 4",
                        "30 5"),
                row(
                        "Semaphore.tryAcquire",
                        30,
                        log -> {
                            var semaphore = new Semaphore(1);
                            log.say(semaphore.tryAcquire());
                            log.say(semaphore.tryAcquire());
                            log.outcome(() -> semaphore.tryAcquire(10, MILLISECONDS));
                            start(() -> {
                                Thread.sleep(20);
                                semaphore.release(2);
                            });
                            log.outcome(() -> semaphore.tryAcquire(2, 50, MILLISECONDS));
                        },
                        "true",
                        "false",
                        "10 false",
                        "30 true"),
                row("Semaphore.acquireUninterruptibly(permits)", 20, log -> {
                    var semaphore = new Semaphore(0);
                    start(() -> {
                        Thread.sleep(10);
                        semaphore.release();
                        Thread.sleep(10);
                        semaphore.release();
                    });
                    semaphore.acquireUninterruptibly(2);
                }));
    }

    private static void crowd(Semaphore semaphore, Transcript log) throws InterruptedException {
        var threads = new Thread[6];
        for (int i = 0; i < 6; i++) {
            int number = i;
            threads[i] = start(() -> {
                semaphore.acquire();
                Thread.sleep(10);
                log.at(number);
                semaphore.release();
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
