package interleave.recorder.stack;

import interleave.recorder.model.State;
import java.util.List;
import java.util.Optional;

/**
 * Tells from a waiting thread's stack what it waits for. Only the frames down to the first of the program count: a
 * task's own wait is on top of the pool's frames that called the task.
 */
public final class WaitClassifier {

    private static final String SLEEPS = "sleeps";
    /** A sleep that the thread has chosen itself. */
    public static final Wait SLEEP = new Wait(State.SLEEP, SLEEPS);

    /** A wait for a socket to be ready, or to be closed. */
    public static final Wait SOCKET = new Wait(State.IO, "waits for a socket");

    private static final String WAITS_FOR_LOCK = "waits for a lock";
    /** A wait for a monitor. */
    public static final Wait MONITOR = new Wait(State.LOCK, WAITS_FOR_LOCK);

    private static final String JUC = "java.util.concurrent.";

    /** A wait for something unknown. */
    public static final Wait UNKNOWN = new Wait(State.OTHER, "waits");

    /** In order: the first rule that any frame meets decides. */
    private static final List<Rule> RULES = List.of(
            // what printing and recording cost are no waits of the program
            ignore("java.io.PrintStream", ""),
            ignore("interleave.recorder.LineStream", ""),
            ignore("jdk.jfr.", ""),
            rule("java.lang.VirtualThread", "sleepNanos", State.SLEEP, SLEEPS),
            rule("java.lang.Thread", "sleep", State.SLEEP, SLEEPS),
            idle(JUC + "ThreadPoolExecutor", "getTask"),
            idle(JUC + "ForkJoinPool", "awaitWork"),
            idle(JUC + "DelayScheduler", "loop"),
            idle("java.util.TimerThread", "mainLoop"),
            idle("interleave.eventloop.scheduling.Scheduler", "waitForWork"),
            idle("sun.nio.ch.SelectorImpl", ""),
            rule("sun.nio.ch.", "accept", State.IO, "waits for a connection"),
            rule("java.net.ServerSocket", "", State.IO, "waits for a connection"),
            rule("sun.nio.ch.", "connect", State.IO, "connects"),
            rule("sun.nio.ch.", "", State.IO, SOCKET.detail()),
            rule("jdk.internal.net.http.HttpClientImpl", "send", State.IO, "waits for an answer"),
            result("java.lang.Thread", "join", "waits for a thread to end"),
            result("java.lang.VirtualThread", "joinNanos", "waits for a thread to end"),
            result(JUC + "ExecutorService", "close", "waits for the executor's tasks"),
            result(JUC + "ThreadPoolExecutor", "awaitTermination", "waits for the executor's tasks"),
            result(JUC + "ThreadPerTaskExecutor", "awaitTermination", "waits for the executor's tasks"),
            result(JUC + "ForkJoinPool", "awaitTermination", "waits for the executor's tasks"),
            result(JUC + "ForkJoinPool", "awaitQuiescence", "waits for the executor's tasks"),
            result("jdk.internal.misc.ThreadFlock", "", "waits for the scope's tasks"),
            result(JUC + "StructuredTaskScope", "", "waits for the scope's tasks"),
            result(JUC + "FutureTask", "awaitDone", "waits for a result"),
            result(JUC + "FutureTask", "get", "waits for a result"),
            result(JUC + "CompletableFuture", "waitingGet", "waits for a result"),
            result(JUC + "CompletableFuture", "timedGet", "waits for a result"),
            result(JUC + "ForkJoinTask", "awaitDone", "waits for a result"),
            result(JUC + "ExecutorCompletionService", "", "waits for a result"),
            result(JUC + "CountDownLatch", "await", "waits for a latch"),
            result(JUC + "CyclicBarrier", "", "waits at a barrier"),
            result(JUC + "Phaser", "", "waits at a barrier"),
            rule(JUC + "Semaphore", "", State.OTHER, "waits for a permit"),
            rule(JUC, "take", State.OTHER, "waits for an item"),
            rule(JUC, "poll", State.OTHER, "waits for an item"),
            rule(JUC, "put", State.OTHER, "waits for room"),
            rule(JUC + "locks.AbstractQueuedSynchronizer$ConditionObject", "", State.OTHER, "waits for a condition"),
            rule(
                    JUC + "locks.AbstractQueuedLongSynchronizer$ConditionObject",
                    "",
                    State.OTHER,
                    "waits for a condition"),
            rule(JUC + "locks.Reentrant", "", State.LOCK, WAITS_FOR_LOCK),
            rule(JUC + "locks.StampedLock", "", State.LOCK, WAITS_FOR_LOCK));

    private WaitClassifier() {}

    /** Empty when the thread, though it is parked, does not wait for anything of the program's. */
    public static Optional<Wait> classify(List<Frame> stack) {
        List<Frame> top = downToTheProgram(stack);
        for (Rule rule : RULES) {
            for (Frame frame : top) {
                if (frame.is(rule.type, rule.method)) {
                    return rule.why.filter(why -> why.state() != State.LOCK || isTakenByTheProgram(top));
                }
            }
        }
        return Optional.of(UNKNOWN);
    }

    /**
     * Of entering a monitor: the program's own, or a synchronized collection's. A thread that ends takes a monitor of
     * the JVM's without any frame on its stack.
     */
    public static Optional<Wait> classifyMonitorEnter(List<Frame> stack) {
        boolean ofProgram = !stack.isEmpty()
                && downToTheProgram(stack).stream().allMatch(frame -> !frame.isOfJdk() || frame.is("java.util.", ""));
        return ofProgram ? Optional.of(MONITOR) : Optional.empty();
    }

    /** Of {@link Object#wait}, which joining a platform thread calls, too. */
    public static Wait classifyMonitorWait(List<Frame> stack) {
        return classify(stack)
                .filter(wait -> !wait.equals(UNKNOWN))
                .orElse(new Wait(State.OTHER, "waits to be notified"));
    }

    /** Whether it waits for work: then an interrupt only ends an idle thread of a pool, and is no failure. */
    public static boolean isIdle(List<Frame> stack) {
        return classify(stack).filter(wait -> wait.state() == State.IDLE).isPresent();
    }

    /** A pool or a queue has locks of its own, held for an instant: those are no waits of the program. */
    private static boolean isTakenByTheProgram(List<Frame> top) {
        return top.stream()
                .filter(Frame::isOfJdk)
                .allMatch(frame ->
                        frame.is("jdk.internal.", "") || frame.is("java.lang.", "") || frame.is(JUC + "locks.", ""));
    }

    private static List<Frame> downToTheProgram(List<Frame> stack) {
        int jdk = 0;
        while (jdk < stack.size() && stack.get(jdk).isOfJdk()) {
            jdk++;
        }
        return stack.subList(0, Math.min(jdk + 1, stack.size()));
    }

    private static Rule rule(String type, String method, State state, String detail) {
        return new Rule(type, method, Optional.of(new Wait(state, detail)));
    }

    private static Rule idle(String type, String method) {
        return rule(type, method, State.IDLE, "waits for work");
    }

    private static Rule result(String type, String method, String detail) {
        return rule(type, method, State.RESULT, detail);
    }

    private static Rule ignore(String type, String method) {
        return new Rule(type, method, Optional.empty());
    }

    private record Rule(String type, String method, Optional<Wait> why) {}
}
