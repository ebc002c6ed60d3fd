package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.start;
import static interleave.virtualtime.engine.Row.startVirtual;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Sleeping, yielding, joining, parking. */
final class SleepRows {
    private SleepRows() {}

    static Stream<Row> all() {
        return Stream.of(sleeping(), joining(), parking()).flatMap(rows -> rows);
    }

    private static Stream<Row> sleeping() {
        return Stream.of(
                row("sleep(millis)", 50, log -> Thread.sleep(50)),
                row("sleep(millis, nanos)", 50, log -> Thread.sleep(50, 999_999))
                        .takingNanos(50_999_999),
                row("sleep(Duration)", 90_000, log -> Thread.sleep(Duration.ofSeconds(90))),
                row("sleep of one nanosecond", 0, log -> Thread.sleep(Duration.ofNanos(1)))
                        .takingNanos(1),
                row("sleep(0)", 0, log -> Thread.sleep(0)),
                row("sleep of no length", 0, log -> Thread.sleep(Duration.ofSeconds(-1))),
                row("TimeUnit.sleep", 120_000, log -> TimeUnit.MINUTES.sleep(2)),
                row("sleep for hours", 39_600_000, log -> Thread.sleep(Duration.ofHours(11))),
                row(
                        "sleep of a virtual thread",
                        70,
                        log -> startVirtual(() -> Thread.sleep(70)).join()),
                row("two sleep side by side", 70, log -> {
                    Thread one = start(() -> Thread.sleep(50));
                    Thread two = startVirtual(() -> Thread.sleep(70));
                    one.join();
                    two.join();
                }),
                row(
                        "the shorter sleep ends first",
                        30,
                        log -> {
                            Thread slow = start(() -> {
                                Thread.sleep(30);
                                log.at("slow");
                            });
                            start(() -> {
                                Thread.sleep(10);
                                log.at("quick");
                            });
                            slow.join();
                        },
                        "10 quick",
                        "30 slow"),
                row(
                        "yield lets the others run",
                        0,
                        log -> {
                            Thread other = start(() -> log.say("other"));
                            Thread.yield();
                            log.say("main");
                            other.join();
                        },
                        "other",
                        "main"),
                row(
                        "two yield to each other",
                        0,
                        log -> {
                            Thread other = start(() -> {
                                for (int i = 0; i < 3; i++) {
                                    log.say("other");
                                    Thread.yield();
                                }
                            });
                            for (int i = 0; i < 3; i++) {
                                Thread.yield();
                                log.say("main");
                            }
                            other.join();
                        },
                        "other",
                        "main",
                        "other",
                        "main",
                        "other",
                        "main"));
    }

    private static Stream<Row> joining() {
        return Stream.of(
                row("join", 80, log -> start(() -> Thread.sleep(80)).join()),
                row(
                        "join(millis), in vain",
                        30,
                        log -> start(() -> Thread.sleep(80)).join(30)),
                row(
                        "join(millis), in time",
                        80,
                        log -> start(() -> Thread.sleep(80)).join(100)),
                row(
                        "join(millis, nanos)",
                        31,
                        log -> start(() -> Thread.sleep(80)).join(30, 600_000)),
                row(
                        "join(Duration)",
                        80,
                        log -> {
                            Thread thread = start(() -> Thread.sleep(80));
                            log.say(thread.join(Duration.ofMillis(50)));
                            log.say(thread.join(Duration.ofMillis(50)));
                        },
                        "false",
                        "true"),
                row("join of one that has ended", 10, log -> {
                    Thread thread = start(() -> {});
                    Thread.sleep(10);
                    thread.join();
                }),
                row("join of one that never started", 0, log -> new Thread(() -> {}).join()),
                row(
                        "join of a virtual thread, timed",
                        30,
                        log -> startVirtual(() -> Thread.sleep(80)).join(30)),
                row(
                        "many join one",
                        50,
                        log -> {
                            Thread one = start(() -> Thread.sleep(50));
                            Thread[] others = new Thread[5];
                            for (int i = 0; i < 5; i++) {
                                int number = i;
                                others[i] = start(() -> {
                                    one.join();
                                    log.at(number);
                                });
                            }
                            for (Thread other : others) {
                                other.join();
                            }
                        },
                        "50 0",
                        "50 1",
                        "50 2",
                        "50 3",
                        "50 4"));
    }

    private static Stream<Row> parking() {
        return Stream.of(
                row("parkNanos", 40, log -> LockSupport.parkNanos(40_000_000)),
                row("parkNanos with a blocker", 40, log -> LockSupport.parkNanos("blocker", 40_000_000)),
                row("parkUntil", 40, log -> LockSupport.parkUntil(System.currentTimeMillis() + 40)),
                row("parkUntil in the past", 0, log -> LockSupport.parkUntil(System.currentTimeMillis() - 40)),
                row("park and unpark", 25, log -> {
                    Thread main = Thread.currentThread();
                    start(() -> {
                        Thread.sleep(25);
                        LockSupport.unpark(main);
                    });
                    LockSupport.park();
                }),
                row("unpark before park", 0, log -> {
                    LockSupport.unpark(Thread.currentThread());
                    LockSupport.park();
                }),
                row("permits are not counted", 30, log -> {
                    LockSupport.unpark(Thread.currentThread());
                    LockSupport.unpark(Thread.currentThread());
                    LockSupport.park();
                    LockSupport.parkNanos(30_000_000);
                }),
                row("a sleep leaves no permit behind", 40, log -> {
                    Thread.sleep(10);
                    LockSupport.parkNanos(30_000_000);
                }),
                row(
                        "nor does the sleep of a virtual thread",
                        40,
                        log -> startVirtual(() -> {
                                    Thread.sleep(10);
                                    LockSupport.parkNanos(30_000_000);
                                })
                                .join()),
                row("a permit outlives a sleep", 10, log -> {
                    LockSupport.unpark(Thread.currentThread());
                    Thread.sleep(10);
                    LockSupport.park();
                }),
                row("unpark does not wake a sleeping thread", 50, log -> {
                    Thread sleeper = start(() -> {
                        Thread.sleep(50);
                        LockSupport.park();
                    });
                    Thread.sleep(20);
                    LockSupport.unpark(sleeper);
                    sleeper.join();
                }),
                row("unpark at the moment of waking", 20, log -> {
                    Thread main = Thread.currentThread();
                    start(() -> {
                        Thread.sleep(20);
                        LockSupport.unpark(main);
                    });
                    Thread.sleep(20);
                    LockSupport.park();
                }),
                row("a permit to a thread not started is lost", 30, log -> {
                    Thread thread = new Thread(() -> LockSupport.parkNanos(30_000_000));
                    LockSupport.unpark(thread);
                    thread.start();
                    thread.join();
                }),
                row(
                        "getBlocker",
                        1,
                        log -> {
                            Thread thread = start(() -> LockSupport.park("a blocker"));
                            Thread.sleep(1);
                            log.say(LockSupport.getBlocker(thread));
                            LockSupport.unpark(thread);
                            thread.join();
                        },
                        "a blocker"),
                row(
                        "unparked in a row",
                        0,
                        log -> {
                            var turns = new AtomicInteger();
                            Thread main = Thread.currentThread();
                            Thread other = start(() -> {
                                for (int i = 0; i < 100; i++) {
                                    LockSupport.park();
                                    turns.incrementAndGet();
                                    LockSupport.unpark(main);
                                }
                            });
                            for (int i = 0; i < 100; i++) {
                                LockSupport.unpark(other);
                                LockSupport.park();
                            }
                            log.say(turns.get());
                        },
                        "100"));
    }
}
