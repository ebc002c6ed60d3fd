package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.running;
import static interleave.virtualtime.engine.Row.start;
import static interleave.virtualtime.engine.Row.startVirtual;

import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Threads as a program sees them: kinds, names, states, groups, builders, handlers. */
final class ThreadRows {
    private ThreadRows() {}

    static Stream<Row> all() {
        return Stream.of(kinds(), names(), states(), groups(), handlers()).flatMap(rows -> rows);
    }

    private static Stream<Row> kinds() {
        return Stream.of(
                row(
                        "main is a platform thread",
                        0,
                        log -> {
                            Thread main = Thread.currentThread();
                            log.say(main.getName()
                                    + main.isVirtual()
                                    + main.isDaemon()
                                    + main.isAlive()
                                    + main.getState()
                                    + main.getThreadGroup().getName()
                                    + main.getPriority());
                        },
                        "mainfalsefalsetrueRUNNABLEmain5"),
                row(
                        "a subclass of Thread",
                        20,
                        log -> {
                            var thread = new Sleeper(log);
                            thread.start();
                            thread.join();
                        },
                        "Sleeper Thread-0 false false"),
                row(
                        "a Runnable",
                        0,
                        log -> {
                            Thread thread =
                                    start(() -> log.say(Thread.currentThread().getName()
                                            + Thread.currentThread().isVirtual()
                                            + Thread.currentThread().isDaemon()));
                            thread.join();
                        },
                        "Thread-0falsefalse"),
                row(
                        "a virtual thread",
                        0,
                        log -> startVirtual(() -> {
                                    Thread thread = Thread.currentThread();
                                    log.say(thread.getName()
                                            + thread.isVirtual()
                                            + thread.isDaemon()
                                            + thread.getThreadGroup().getName());
                                })
                                .join(),
                        "truetrueVirtualThreads"),
                row(
                        "children of daemons are daemons",
                        0,
                        log -> {
                            Thread daemon = new Thread(running(() -> {
                                Thread child = new Thread(() -> {});
                                log.say(child.isDaemon());
                                child.setDaemon(false);
                                log.say(child.isDaemon());
                            }));
                            daemon.setDaemon(true);
                            daemon.start();
                            daemon.join();
                            log.say(daemon.isDaemon());
                        },
                        "true",
                        "false",
                        "true"),
                row(
                        "children of virtual threads are no daemons' children",
                        0,
                        log -> startVirtual(() -> log.say(new Thread(() -> {}).isDaemon()))
                                .join(),
                        "true"),
                row(
                        "priorities",
                        0,
                        log -> {
                            Thread thread = new Thread(
                                    () -> log.say(Thread.currentThread().getPriority()));
                            thread.setPriority(7);
                            thread.start();
                            thread.join();
                        },
                        "7"),
                row(
                        "current thread is the one that was started",
                        0,
                        log -> {
                            Thread[] seen = new Thread[1];
                            Thread thread = new Thread(() -> seen[0] = Thread.currentThread());
                            thread.start();
                            thread.join();
                            log.say(seen[0] == thread);
                        },
                        "true"),
                row(
                        "toString",
                        0,
                        log -> {
                            log.say(Thread.currentThread());
                            Thread thread = start(() -> log.say(Thread.currentThread()));
                            thread.join();
                        },
                        "Thread[#3,main,5,main]",
                        "Thread[#4,Thread-0,5,main]"));
    }

    private static Stream<Row> names() {
        return Stream.of(
                row(
                        "names of threads start again in each run",
                        0,
                        log -> {
                            log.say(new Thread(() -> {}).getName());
                            log.say(new Thread(() -> {}).getName());
                        },
                        "Thread-0",
                        "Thread-1"),
                row(
                        "names of pools start again in each run",
                        0,
                        log -> {
                            for (int i = 0; i < 2; i++) {
                                try (var pool = Executors.newFixedThreadPool(2)) {
                                    pool.execute(
                                            () -> log.say(Thread.currentThread().getName()));
                                    pool.execute(
                                            () -> log.say(Thread.currentThread().getName()));
                                }
                            }
                        },
                        "pool-1-thread-1",
                        "pool-1-thread-2",
                        "pool-2-thread-1",
                        "pool-2-thread-2"),
                row(
                        "names of fork-join workers start again in each run",
                        0,
                        log -> {
                            try (var pool = new ForkJoinPool(1)) {
                                pool.submit(() -> log.say(Thread.currentThread().getName()));
                            }
                            ForkJoinPool.commonPool()
                                    .submit(() -> log.say(Thread.currentThread().getName()))
                                    .get();
                        },
                        "ForkJoinPool-1-worker-1",
                        "ForkJoinPool.commonPool-worker-1"),
                row(
                        "builders of platform threads",
                        10,
                        log -> {
                            Thread named =
                                    Thread.ofPlatform().name("named").daemon().start(running(() -> Thread.sleep(10)));
                            log.say(named.getName() + named.isDaemon());
                            log.say(Thread.ofPlatform().unstarted(() -> {}).getName());
                            ThreadFactory factory =
                                    Thread.ofPlatform().name("worker-", 1).factory();
                            log.say(factory.newThread(() -> {}).getName());
                            Thread second = factory.newThread(
                                    () -> log.say(Thread.currentThread().getName()));
                            second.start();
                            second.join();
                            named.join();
                        },
                        "namedtrue",
                        "Thread-0",
                        "worker-1",
                        "worker-2"),
                row(
                        "builders of virtual threads",
                        10,
                        log -> {
                            Thread named = Thread.ofVirtual().name("v").start(running(() -> Thread.sleep(10)));
                            log.say(named.getName() + named.isVirtual());
                            Thread second = Thread.ofVirtual()
                                    .name("v-", 1)
                                    .factory()
                                    .newThread(
                                            () -> log.say(Thread.currentThread().getName()));
                            second.start();
                            second.join();
                            named.join();
                        },
                        "vtrue",
                        "v-1"),
                row(
                        "a thread renames itself",
                        0,
                        log -> {
                            Thread thread = start(() -> Thread.currentThread().setName("renamed"));
                            thread.join();
                            log.say(thread.getName());
                        },
                        "renamed"));
    }

    private static Stream<Row> states() {
        return Stream.of(
                row(
                        "states of a platform thread",
                        30,
                        log -> states(new Thread(ThreadRows::sleepParkAndEnd), log),
                        "NEW false",
                        "RUNNABLE true",
                        "TIMED_WAITING true",
                        "WAITING true",
                        "TERMINATED false"),
                row(
                        "states of a virtual thread",
                        30,
                        log -> states(Thread.ofVirtual().unstarted(ThreadRows::sleepParkAndEnd), log),
                        "NEW false",
                        "RUNNABLE true",
                        "TIMED_WAITING true",
                        "WAITING true",
                        "TERMINATED false"),
                row(
                        "state of one that wants a monitor",
                        1,
                        log -> {
                            Object monitor = new Object();
                            Thread thread = new Thread(() -> {
                                synchronized (monitor) {
                                    log.say("in");
                                }
                            });
                            synchronized (monitor) {
                                thread.start();
                                Thread.sleep(1);
                                log.say(thread.getState());
                            }
                            thread.join();
                        },
                        "BLOCKED",
                        "in"),
                row(
                        "a thread starts once",
                        0,
                        log -> {
                            Thread thread = start(() -> {});
                            log.outcome(() -> startAgain(thread));
                            thread.join();
                            log.outcome(() -> startAgain(thread));
                        },
                        "0 IllegalThreadStateException",
                        "0 IllegalThreadStateException"),
                row(
                        "setDaemon of a running thread",
                        1,
                        log -> {
                            Thread thread = start(() -> Thread.sleep(1));
                            log.outcome(() -> {
                                thread.setDaemon(true);
                                return "set";
                            });
                            thread.join();
                        },
                        "0 IllegalThreadStateException"),
                row(
                        "stack trace of a waiting thread",
                        1,
                        log -> {
                            Thread thread = start(ThreadRows::waitHere);
                            Thread.sleep(1);
                            for (StackTraceElement frame : thread.getStackTrace()) {
                                if (frame.getMethodName().equals("waitHere")) {
                                    log.say("found");
                                }
                            }
                            LockSupport.unpark(thread);
                            thread.join();
                        },
                        "found"),
                row(
                        "holdsLock",
                        0,
                        log -> {
                            Object monitor = new Object();
                            synchronized (monitor) {
                                log.say(Thread.holdsLock(monitor));
                            }
                            log.say(Thread.holdsLock(monitor));
                        },
                        "true",
                        "false"));
    }

    private static void states(Thread thread, Transcript log) throws InterruptedException {
        log.say(thread.getState() + " " + thread.isAlive());
        thread.start();
        log.say(thread.getState() + " " + thread.isAlive());
        Thread.sleep(10);
        log.say(thread.getState() + " " + thread.isAlive());
        Thread.sleep(20);
        log.say(thread.getState() + " " + thread.isAlive());
        LockSupport.unpark(thread);
        thread.join();
        log.say(thread.getState() + " " + thread.isAlive());
    }

    private static void sleepParkAndEnd() {
        running(() -> Thread.sleep(20)).run();
        LockSupport.park();
    }

    private static void waitHere() {
        LockSupport.park();
    }

    private static String startAgain(Thread thread) {
        thread.start();
        return "started again";
    }

    private static Stream<Row> groups() {
        return Stream.of(
                row(
                        "a thread group",
                        10,
                        log -> {
                            var group = new ThreadGroup("crew");
                            log.say(group.getParent().getName());
                            Thread one = new Thread(group, running(() -> Thread.sleep(10)), "one");
                            one.start();
                            log.say(group.activeCount());
                            log.say(one.getThreadGroup().getName());
                            Thread[] members = new Thread[5];
                            log.say(group.enumerate(members) + members[0].getName());
                            one.join();
                            log.say(group.activeCount());
                        },
                        "main",
                        "1",
                        "crew",
                        "1one",
                        "0"),
                row(
                        "a child is in its parent's group",
                        0,
                        log -> {
                            Thread parent = new Thread(
                                    new ThreadGroup("crew"),
                                    () -> log.say(new Thread(() -> {})
                                            .getThreadGroup()
                                            .getName()));
                            parent.start();
                            parent.join();
                        },
                        "crew"),
                row(
                        "a group is interrupted",
                        10,
                        log -> {
                            var group = new ThreadGroup("crew");
                            Thread one = new Thread(
                                    group,
                                    () -> log.outcome(() -> {
                                        Thread.sleep(100);
                                        return "slept";
                                    }));
                            one.start();
                            Thread.sleep(10);
                            group.interrupt();
                            one.join();
                        },
                        "10 InterruptedException"));
    }

    private static Stream<Row> handlers() {
        return Stream.of(
                row(
                        "a thread's own handler",
                        0,
                        log -> {
                            Thread thread = new Thread(() -> {
                                throw new IllegalStateException("oops");
                            });
                            thread.setUncaughtExceptionHandler((who, what) ->
                                    log.say(who.getName() + what.getMessage() + (Thread.currentThread() == who)));
                            thread.start();
                            thread.join();
                        },
                        "Thread-0oopstrue"),
                row(
                        "a virtual thread's own handler",
                        0,
                        log -> {
                            Thread thread = Thread.ofVirtual()
                                    .name("v")
                                    .uncaughtExceptionHandler((who, what) -> log.say(who.getName() + what.getMessage()))
                                    .start(() -> {
                                        throw new IllegalStateException("oops");
                                    });
                            thread.join();
                        },
                        "voops"),
                row(
                        "a group's handler",
                        0,
                        log -> {
                            var group = new ThreadGroup("crew") {
                                @Override
                                public void uncaughtException(Thread who, Throwable what) {
                                    log.say(who.getName() + what.getMessage());
                                }
                            };
                            Thread thread = new Thread(group, () -> {
                                throw new IllegalStateException("oops");
                            });
                            thread.start();
                            thread.join();
                        },
                        "Thread-0oops"),
                row(
                        "the default handler",
                        0,
                        log -> {
                            Thread.setDefaultUncaughtExceptionHandler(
                                    (who, what) -> log.say(who.getName() + what.getMessage()));
                            try (var pool = Executors.newSingleThreadExecutor()) {
                                pool.execute(() -> {
                                    throw new IllegalStateException("oops");
                                });
                                pool.execute(
                                        () -> log.say(Thread.currentThread().getName()));
                                pool.shutdown();
                                pool.awaitTermination(1, TimeUnit.HOURS);
                            } finally {
                                Thread.setDefaultUncaughtExceptionHandler(null);
                            }
                        },
                        "pool-1-thread-1oops",
                        "pool-1-thread-2"));
    }

    /** A subclass of Thread. */
    private static final class Sleeper extends Thread {
        private final Transcript log;

        Sleeper(Transcript log) {
            this.log = log;
        }

        @Override
        public void run() {
            try {
                Thread.sleep(20);
                log.say(Thread.currentThread().getClass().getSimpleName() + " " + getName() + " " + isVirtual() + " "
                        + isDaemon());
            } catch (InterruptedException stopped) {
                log.say(stopped);
            }
        }
    }
}
