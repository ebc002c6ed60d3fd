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
                        said -> {
                            Thread main = Thread.currentThread();
                            said.say(main.getName()
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
                        said -> {
                            var thread = new Sleeper(said);
                            thread.start();
                            thread.join();
                        },
                        "Sleeper Thread-0 false false"),
                row(
                        "a Runnable",
                        0,
                        said -> {
                            Thread thread =
                                    start(() -> said.say(Thread.currentThread().getName()
                                            + Thread.currentThread().isVirtual()
                                            + Thread.currentThread().isDaemon()));
                            thread.join();
                        },
                        "Thread-0falsefalse"),
                row(
                        "a virtual thread",
                        0,
                        said -> startVirtual(() -> {
                                    Thread thread = Thread.currentThread();
                                    said.say(thread.getName()
                                            + thread.isVirtual()
                                            + thread.isDaemon()
                                            + thread.getThreadGroup().getName());
                                })
                                .join(),
                        "truetrueVirtualThreads"),
                row(
                        "children of daemons are daemons",
                        0,
                        said -> {
                            Thread daemon = new Thread(running(() -> {
                                Thread child = new Thread(() -> {});
                                said.say(child.isDaemon());
                                child.setDaemon(false);
                                said.say(child.isDaemon());
                            }));
                            daemon.setDaemon(true);
                            daemon.start();
                            daemon.join();
                            said.say(daemon.isDaemon());
                        },
                        "true",
                        "false",
                        "true"),
                row(
                        "children of virtual threads are no daemons' children",
                        0,
                        said -> startVirtual(() -> said.say(new Thread(() -> {}).isDaemon()))
                                .join(),
                        "true"),
                row(
                        "priorities",
                        0,
                        said -> {
                            Thread thread = new Thread(
                                    () -> said.say(Thread.currentThread().getPriority()));
                            thread.setPriority(7);
                            thread.start();
                            thread.join();
                        },
                        "7"),
                row(
                        "current thread is the one that was started",
                        0,
                        said -> {
                            Thread[] seen = new Thread[1];
                            Thread thread = new Thread(() -> seen[0] = Thread.currentThread());
                            thread.start();
                            thread.join();
                            said.say(seen[0] == thread);
                        },
                        "true"),
                row(
                        "toString",
                        0,
                        said -> {
                            said.say(Thread.currentThread());
                            Thread thread = start(() -> said.say(Thread.currentThread()));
                            thread.join();
                        },
                        "Thread[#3,main,5,main]",
                        "Thread[#4,Thread-0,5,main]"));
    }

    private static Stream<Row> names() {
        return Stream.of(
                row(
                        "names of threads begin anew",
                        0,
                        said -> {
                            said.say(new Thread(() -> {}).getName());
                            said.say(new Thread(() -> {}).getName());
                        },
                        "Thread-0",
                        "Thread-1"),
                row(
                        "names of pools begin anew",
                        0,
                        said -> {
                            for (int i = 0; i < 2; i++) {
                                try (var pool = Executors.newFixedThreadPool(2)) {
                                    pool.execute(() ->
                                            said.say(Thread.currentThread().getName()));
                                    pool.execute(() ->
                                            said.say(Thread.currentThread().getName()));
                                }
                            }
                        },
                        "pool-1-thread-1",
                        "pool-1-thread-2",
                        "pool-2-thread-1",
                        "pool-2-thread-2"),
                row(
                        "names of fork-join workers begin anew",
                        0,
                        said -> {
                            try (var pool = new ForkJoinPool(1)) {
                                pool.submit(
                                        () -> said.say(Thread.currentThread().getName()));
                            }
                            ForkJoinPool.commonPool()
                                    .submit(() ->
                                            said.say(Thread.currentThread().getName()))
                                    .get();
                        },
                        "ForkJoinPool-1-worker-1",
                        "ForkJoinPool.commonPool-worker-1"),
                row(
                        "builders of platform threads",
                        10,
                        said -> {
                            Thread named =
                                    Thread.ofPlatform().name("named").daemon().start(running(() -> Thread.sleep(10)));
                            said.say(named.getName() + named.isDaemon());
                            said.say(Thread.ofPlatform().unstarted(() -> {}).getName());
                            ThreadFactory factory =
                                    Thread.ofPlatform().name("worker-", 1).factory();
                            said.say(factory.newThread(() -> {}).getName());
                            Thread second = factory.newThread(
                                    () -> said.say(Thread.currentThread().getName()));
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
                        said -> {
                            Thread named = Thread.ofVirtual().name("v").start(running(() -> Thread.sleep(10)));
                            said.say(named.getName() + named.isVirtual());
                            Thread second = Thread.ofVirtual()
                                    .name("v-", 1)
                                    .factory()
                                    .newThread(() ->
                                            said.say(Thread.currentThread().getName()));
                            second.start();
                            second.join();
                            named.join();
                        },
                        "vtrue",
                        "v-1"),
                row(
                        "a thread renames itself",
                        0,
                        said -> {
                            Thread thread = start(() -> Thread.currentThread().setName("renamed"));
                            thread.join();
                            said.say(thread.getName());
                        },
                        "renamed"));
    }

    private static Stream<Row> states() {
        return Stream.of(
                row(
                        "states of a platform thread",
                        30,
                        said -> states(new Thread(ThreadRows::sleepParkAndEnd), said),
                        "NEW false",
                        "RUNNABLE true",
                        "TIMED_WAITING true",
                        "WAITING true",
                        "TERMINATED false"),
                row(
                        "states of a virtual thread",
                        30,
                        said -> states(Thread.ofVirtual().unstarted(ThreadRows::sleepParkAndEnd), said),
                        "NEW false",
                        "RUNNABLE true",
                        "TIMED_WAITING true",
                        "WAITING true",
                        "TERMINATED false"),
                row(
                        "state of one that wants a monitor",
                        1,
                        said -> {
                            Object monitor = new Object();
                            Thread thread = new Thread(() -> {
                                synchronized (monitor) {
                                    said.say("in");
                                }
                            });
                            synchronized (monitor) {
                                thread.start();
                                Thread.sleep(1);
                                said.say(thread.getState());
                            }
                            thread.join();
                        },
                        "BLOCKED",
                        "in"),
                row(
                        "a thread starts once",
                        0,
                        said -> {
                            Thread thread = start(() -> {});
                            said.outcome(() -> startAgain(thread));
                            thread.join();
                            said.outcome(() -> startAgain(thread));
                        },
                        "0 IllegalThreadStateException",
                        "0 IllegalThreadStateException"),
                row(
                        "setDaemon of a running thread",
                        1,
                        said -> {
                            Thread thread = start(() -> Thread.sleep(1));
                            said.outcome(() -> {
                                thread.setDaemon(true);
                                return "set";
                            });
                            thread.join();
                        },
                        "0 IllegalThreadStateException"),
                row(
                        "stack trace of a waiting thread",
                        1,
                        said -> {
                            Thread thread = start(ThreadRows::waitHere);
                            Thread.sleep(1);
                            for (StackTraceElement frame : thread.getStackTrace()) {
                                if (frame.getMethodName().equals("waitHere")) {
                                    said.say("found");
                                }
                            }
                            LockSupport.unpark(thread);
                            thread.join();
                        },
                        "found"),
                row(
                        "holdsLock",
                        0,
                        said -> {
                            Object monitor = new Object();
                            synchronized (monitor) {
                                said.say(Thread.holdsLock(monitor));
                            }
                            said.say(Thread.holdsLock(monitor));
                        },
                        "true",
                        "false"));
    }

    private static void states(Thread thread, Transcript said) throws InterruptedException {
        said.say(thread.getState() + " " + thread.isAlive());
        thread.start();
        said.say(thread.getState() + " " + thread.isAlive());
        Thread.sleep(10);
        said.say(thread.getState() + " " + thread.isAlive());
        Thread.sleep(20);
        said.say(thread.getState() + " " + thread.isAlive());
        LockSupport.unpark(thread);
        thread.join();
        said.say(thread.getState() + " " + thread.isAlive());
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
                        said -> {
                            var group = new ThreadGroup("crew");
                            said.say(group.getParent().getName());
                            Thread one = new Thread(group, running(() -> Thread.sleep(10)), "one");
                            one.start();
                            said.say(group.activeCount());
                            said.say(one.getThreadGroup().getName());
                            Thread[] members = new Thread[5];
                            said.say(group.enumerate(members) + members[0].getName());
                            one.join();
                            said.say(group.activeCount());
                        },
                        "main",
                        "1",
                        "crew",
                        "1one",
                        "0"),
                row(
                        "a child is in its parent's group",
                        0,
                        said -> {
                            Thread parent = new Thread(
                                    new ThreadGroup("crew"),
                                    () -> said.say(new Thread(() -> {})
                                            .getThreadGroup()
                                            .getName()));
                            parent.start();
                            parent.join();
                        },
                        "crew"),
                row(
                        "a group is interrupted",
                        10,
                        said -> {
                            var group = new ThreadGroup("crew");
                            Thread one = new Thread(
                                    group,
                                    () -> said.outcome(() -> {
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
                        said -> {
                            Thread thread = new Thread(() -> {
                                throw new IllegalStateException("oops");
                            });
                            thread.setUncaughtExceptionHandler((who, what) ->
                                    said.say(who.getName() + what.getMessage() + (Thread.currentThread() == who)));
                            thread.start();
                            thread.join();
                        },
                        "Thread-0oopstrue"),
                row(
                        "a virtual thread's own handler",
                        0,
                        said -> {
                            Thread thread = Thread.ofVirtual()
                                    .name("v")
                                    .uncaughtExceptionHandler(
                                            (who, what) -> said.say(who.getName() + what.getMessage()))
                                    .start(() -> {
                                        throw new IllegalStateException("oops");
                                    });
                            thread.join();
                        },
                        "voops"),
                row(
                        "a group's handler",
                        0,
                        said -> {
                            var group = new ThreadGroup("crew") {
                                @Override
                                public void uncaughtException(Thread who, Throwable what) {
                                    said.say(who.getName() + what.getMessage());
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
                        said -> {
                            Thread.setDefaultUncaughtExceptionHandler(
                                    (who, what) -> said.say(who.getName() + what.getMessage()));
                            try (var pool = Executors.newSingleThreadExecutor()) {
                                pool.execute(() -> {
                                    throw new IllegalStateException("oops");
                                });
                                pool.execute(
                                        () -> said.say(Thread.currentThread().getName()));
                                pool.shutdown();
                                pool.awaitTermination(1, TimeUnit.HOURS);
                            } finally {
                                Thread.setDefaultUncaughtExceptionHandler(null);
                            }
                        },
                        "pool-1-thread-1oops",
                        "pool-1-thread-2"));
    }

    /** A thread made the old way. */
    private static final class Sleeper extends Thread {
        private final Transcript said;

        Sleeper(Transcript said) {
            this.said = said;
        }

        @Override
        public void run() {
            try {
                Thread.sleep(20);
                said.say(Thread.currentThread().getClass().getSimpleName() + " " + getName() + " " + isVirtual() + " "
                        + isDaemon());
            } catch (InterruptedException stopped) {
                said.say(stopped);
            }
        }
    }
}
