package interleave.recorder.stack;

import interleave.recorder.model.State;
import java.util.List;
import java.util.Optional;

/**
 * Determines from the stack of a waiting thread what it waits for. It uses only the frames down to the first one of the
 * program: below a task are the frames of the pool that called it.
 */
public final class WaitClassifier {

    /** A sleep for a fixed time. */
    public static final Wait SLEEP = new Wait(State.SLEEP, State.SLEEP.meaning());

    /** A wait for a socket to be ready, or to be closed. */
    public static final Wait SOCKET = new Wait(State.IO, "waiting for a socket");

    /** A wait for a monitor. */
    public static final Wait MONITOR = new Wait(State.LOCK, State.LOCK.meaning());

    private static final String JUC = "java.util.concurrent.";

    /** A wait for something unknown. */
    public static final Wait UNKNOWN = new Wait(State.OTHER, State.OTHER.meaning());

    /** The first rule that matches any of the frames applies. */
    private static final List<Rule> RULES = List.of(
            // printing and recording are not waits of the program
            ignore("java.io.PrintStream", ""),
            ignore("interleave.recorder.LineStream", ""),
            ignore("jdk.jfr.", ""),
            rule("java.lang.VirtualThread", "sleepNanos", State.SLEEP, State.SLEEP.meaning()),
            rule("java.lang.Thread", "sleep", State.SLEEP, State.SLEEP.meaning()),
            idle(JUC + "ThreadPoolExecutor", "getTask"),
            idle(JUC + "ForkJoinPool", "awaitWork"),
            idle(JUC + "DelayScheduler", "loop"),
            idle("java.util.TimerThread", "mainLoop"),
            idle("interleave.eventloop.scheduling.Scheduler", "waitForWork"),
            idle("sun.nio.ch.SelectorImpl", ""),
            rule("sun.nio.ch.", "accept", State.IO, "waiting for a connection"),
            rule("java.net.ServerSocket", "", State.IO, "waiting for a connection"),
            rule("sun.nio.ch.", "connect", State.IO, "connecting"),
            rule("sun.nio.ch.", "", State.IO, SOCKET.detail()),
            rule("jdk.internal.net.http.HttpClientImpl", "send", State.IO, "waiting for a response"),
            result("java.lang.Thread", "join", "waiting for a thread to end"),
            result("java.lang.VirtualThread", "joinNanos", "waiting for a thread to end"),
            result(JUC + "ExecutorService", "close", "waiting for the executor's tasks"),
            result(JUC + "ThreadPoolExecutor", "awaitTermination", "waiting for the executor's tasks"),
            result(JUC + "ThreadPerTaskExecutor", "awaitTermination", "waiting for the executor's tasks"),
            result(JUC + "ForkJoinPool", "awaitTermination", "waiting for the executor's tasks"),
            result(JUC + "ForkJoinPool", "awaitQuiescence", "waiting for the executor's tasks"),
            result("jdk.internal.misc.ThreadFlock", "", "waiting for the scope's tasks"),
            result(JUC + "StructuredTaskScope", "", "waiting for the scope's tasks"),
            result(JUC + "FutureTask", "awaitDone", "blocked on a future"),
            result(JUC + "FutureTask", "get", "blocked on a future"),
            result(JUC + "CompletableFuture", "waitingGet", "blocked on a future"),
            result(JUC + "CompletableFuture", "timedGet", "blocked on a future"),
            result(JUC + "ForkJoinTask", "awaitDone", "blocked on a future"),
            result(JUC + "ExecutorCompletionService", "", "blocked on a future"),
            result(JUC + "CountDownLatch", "await", "waiting for a latch"),
            result(JUC + "CyclicBarrier", "", "waiting at a barrier"),
            result(JUC + "Phaser", "", "waiting at a barrier"),
            rule(JUC + "Semaphore", "", State.OTHER, "waiting for a permit"),
            rule(JUC, "take", State.OTHER, "waiting for an item"),
            rule(JUC, "poll", State.OTHER, "waiting for an item"),
            rule(JUC, "put", State.OTHER, "waiting for space"),
            rule(JUC + "locks.AbstractQueuedSynchronizer$ConditionObject", "", State.OTHER, "waiting for a condition"),
            rule(
                    JUC + "locks.AbstractQueuedLongSynchronizer$ConditionObject",
                    "",
                    State.OTHER,
                    "waiting for a condition"),
            rule(JUC + "locks.Reentrant", "", State.LOCK, State.LOCK.meaning()),
            rule(JUC + "locks.StampedLock", "", State.LOCK, State.LOCK.meaning()));

    private WaitClassifier() {}

    /** The wait of a parked thread; empty if it does not belong to the program. */
    public static Optional<Wait> classify(List<Frame> stack) {
        List<Frame> top = downToTheProgram(stack);
        for (Rule rule : RULES) {
            for (Frame frame : top) {
                if (frame.is(rule.type, rule.method)) {
                    return rule.why.filter(why -> why.state() != State.LOCK || isOfProgram(top));
                }
            }
        }
        return Optional.of(UNKNOWN);
    }

    /**
     * The wait of a thread that enters a monitor of the program or of a synchronized collection; empty for monitors of
     * libraries and of the JVM, such as the one that an ending thread acquires with an empty stack.
     */
    public static Optional<Wait> classifyMonitorEnter(List<Frame> stack) {
        boolean ofProgram = !stack.isEmpty()
                && downToTheProgram(stack).stream()
                        .allMatch(frame ->
                                frame.isOfJdk() ? frame.is("java.util.", "") : !ProgramPlaces.isOfLibrary(frame));
        return ofProgram ? Optional.of(MONITOR) : Optional.empty();
    }

    /** The wait of a thread in {@link Object#wait}, which joining a platform thread also calls. */
    public static Wait classifyMonitorWait(List<Frame> stack) {
        return classify(stack)
                .filter(wait -> !wait.equals(UNKNOWN))
                .orElse(new Wait(State.OTHER, "waiting to be notified"));
    }

    /** Whether the thread is idle. An interrupt then only ends a pool thread, and is not a failure. */
    public static boolean isIdle(List<Frame> stack) {
        return classify(stack).filter(wait -> wait.state() == State.IDLE).isPresent();
    }

    /**
     * Whether the program itself acquires the lock. Pools, queues and libraries have internal locks, which are ignored.
     */
    private static boolean isOfProgram(List<Frame> top) {
        return top.stream().filter(frame -> !frame.isOfVirtualTime()).noneMatch(WaitClassifier::hasInternalLocks);
    }

    private static boolean hasInternalLocks(Frame frame) {
        return frame.isOfJdk()
                ? !frame.is("jdk.internal.", "") && !frame.is("java.lang.", "") && !frame.is(JUC + "locks.", "")
                : ProgramPlaces.isOfLibrary(frame);
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
        return rule(type, method, State.IDLE, State.IDLE.meaning());
    }

    private static Rule result(String type, String method, String detail) {
        return rule(type, method, State.RESULT, detail);
    }

    private static Rule ignore(String type, String method) {
        return new Rule(type, method, Optional.empty());
    }

    private record Rule(String type, String method, Optional<Wait> why) {}
}
