package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.start;
import static interleave.virtualtime.engine.Row.startVirtual;

import java.util.stream.Stream;

/** Monitors: synchronized, wait and notify. */
final class MonitorRows {
    private MonitorRows() {}

    static Stream<Row> all() {
        return Stream.of(
                row(
                        "synchronized waits its turn",
                        40,
                        log -> {
                            var monitor = new Object();
                            Thread holder = start(() -> holdFor(monitor, 40));
                            Thread.sleep(1);
                            synchronized (monitor) {
                                log.at("in");
                            }
                            holder.join();
                        },
                        "40 in"),
                row(
                        "synchronized, of virtual threads",
                        40,
                        log -> {
                            var monitor = new Object();
                            startVirtual(() -> holdFor(monitor, 40));
                            Thread.sleep(1);
                            startVirtual(() -> {
                                        synchronized (monitor) {
                                            log.at("in");
                                        }
                                    })
                                    .join();
                        },
                        "40 in"),
                row("a monitor is entered again", 10, log -> {
                    var monitor = new Object();
                    synchronized (monitor) {
                        holdFor(monitor, 10);
                    }
                }),
                row(
                        "five want a monitor, in the order of their coming",
                        60,
                        log -> {
                            var monitor = new Object();
                            var threads = new Thread[6];
                            for (int i = 0; i < 6; i++) {
                                int number = i;
                                threads[i] = start(() -> {
                                    synchronized (monitor) {
                                        Thread.sleep(10);
                                        log.at(number);
                                    }
                                });
                            }
                            for (Thread thread : threads) {
                                thread.join();
                            }
                        },
                        "10 0",
                        "20 1",
                        "30 2",
                        "40 3",
                        "50 4",
                        "60 5"),
                row("wait(millis), in vain", 500, log -> {
                    var monitor = new Object();
                    synchronized (monitor) {
                        monitor.wait(500);
                    }
                }),
                row("wait(millis, nanos)", 501, log -> {
                    var monitor = new Object();
                    synchronized (monitor) {
                        monitor.wait(500, 1);
                    }
                }),
                row("wait(millis), and the monitor is taken at the end", 80, log -> {
                    var monitor = new Object();
                    synchronized (monitor) {
                        start(() -> {
                            Thread.sleep(30);
                            holdFor(monitor, 50);
                        });
                        monitor.wait(40);
                    }
                }),
                row(
                        "wait and notify",
                        30,
                        log -> {
                            var monitor = new Object();
                            Thread waiter = start(() -> {
                                synchronized (monitor) {
                                    monitor.wait();
                                    log.at("notified");
                                }
                            });
                            Thread.sleep(30);
                            synchronized (monitor) {
                                monitor.notify();
                            }
                            waiter.join();
                        },
                        "30 notified"),
                row(
                        "the notified thread continues when the monitor is free",
                        50,
                        log -> {
                            var monitor = new Object();
                            Thread waiter = start(() -> {
                                synchronized (monitor) {
                                    monitor.wait(45);
                                    log.at("notified");
                                }
                            });
                            Thread.sleep(30);
                            synchronized (monitor) {
                                monitor.notify();
                                Thread.sleep(20);
                            }
                            waiter.join();
                        },
                        "50 notified"),
                row(
                        "notifyAll wakes all, in the order of their coming",
                        30,
                        log -> {
                            var monitor = new Object();
                            var threads = new Thread[4];
                            for (int i = 0; i < 4; i++) {
                                int number = i;
                                threads[i] = i % 2 == 0
                                        ? start(() -> waitAndSay(monitor, log, number))
                                        : startVirtual(() -> waitAndSay(monitor, log, number));
                            }
                            Thread.sleep(30);
                            synchronized (monitor) {
                                monitor.notifyAll();
                            }
                            for (Thread thread : threads) {
                                thread.join();
                            }
                            log.say(threads.length);
                        },
                        NOTIFIED),
                row(
                        "notify wakes one",
                        60,
                        log -> {
                            var monitor = new Object();
                            Thread one = start(() -> waitAndSay(monitor, log, 1));
                            Thread two = start(() -> waitAndSay(monitor, log, 2));
                            for (int i = 0; i < 2; i++) {
                                Thread.sleep(30);
                                synchronized (monitor) {
                                    monitor.notify();
                                }
                            }
                            one.join();
                            two.join();
                        },
                        "30 1",
                        "60 2"),
                row(
                        "wait without the monitor",
                        0,
                        log -> log.outcome(() -> {
                            new Object().wait(10);
                            return "waited";
                        }),
                        "0 IllegalMonitorStateException"),
                row(
                        "a buffer of one, with monitors",
                        50,
                        log -> {
                            var buffer = new Buffer();
                            Thread producer = start(() -> {
                                for (int i = 0; i < 5; i++) {
                                    buffer.put(i);
                                }
                            });
                            for (int i = 0; i < 5; i++) {
                                Thread.sleep(10);
                                log.at(buffer.take());
                            }
                            producer.join();
                        },
                        "10 0",
                        "20 1",
                        "30 2",
                        "40 3",
                        "50 4"));
    }

    private static final String[] NOTIFIED = {"30 0", "30 1", "30 2", "30 3", "4"};

    private static void holdFor(Object monitor, long millis) throws InterruptedException {
        synchronized (monitor) {
            Thread.sleep(millis);
        }
    }

    private static void waitAndSay(Object monitor, Transcript log, int number) throws InterruptedException {
        synchronized (monitor) {
            monitor.wait();
            log.at(number);
        }
    }

    /** A textbook example. */
    private static final class Buffer {
        private Integer value;

        synchronized void put(int next) throws InterruptedException {
            while (value != null) {
                wait();
            }
            value = next;
            notifyAll();
        }

        synchronized int take() throws InterruptedException {
            while (value == null) {
                wait();
            }
            int taken = value;
            value = null;
            notifyAll();
            return taken;
        }
    }
}
