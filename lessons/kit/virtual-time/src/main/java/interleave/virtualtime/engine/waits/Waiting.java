package interleave.virtualtime.engine.waits;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What a thread waits for, as far as the JVM knows.
 *
 * @param described such as "waits for the monitor of an Account"
 * @param canContinue whether it needs no other thread: it is runnable, or its wait is timed
 * @param owner the thread that holds the lock it waits for, or that runs the task it waits for
 * @param monitor the monitor it waits for
 * @param blocker the object it is parked on, such as a future
 * @param joined the thread whose end it waits for
 * @param owned the monitors that it holds
 */
public record Waiting(
        String described,
        boolean canContinue,
        Optional<Thread> owner,
        Optional<Object> monitor,
        Optional<Object> blocker,
        Optional<Thread> joined,
        List<Object> owned,
        List<StackTraceElement> stack) {

    private static final String FUTURES = "java.util.concurrent.CompletableFuture";
    private static final String LOOP = "interleave.eventloop.scheduling.Scheduler";

    /** A living thread that is just being mounted or unmounted has no snapshot for a moment. */
    private static final int ATTEMPTS = 100;

    /** Empty if the thread has ended in the meantime. */
    public static Optional<Waiting> of(Thread thread, List<Thread> all, ThreadView view) {
        try {
            Class<?> type = Class.forName("jdk.internal.vm.ThreadSnapshot");
            Method of = type.getDeclaredMethod("of", Thread.class);
            of.setAccessible(true);
            Object snapshot = of.invoke(null, thread);
            for (int i = 1; i < ATTEMPTS && snapshot == null && thread.isAlive(); i++) {
                LockSupport.parkNanos(1_000_000);
                snapshot = of.invoke(null, thread);
            }
            return snapshot == null ? Optional.empty() : Optional.of(of(type, snapshot, all, view));
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    private static Waiting of(Class<?> type, Object snapshot, List<Thread> all, ThreadView view)
            throws ReflectiveOperationException {
        var state = (Thread.State) call(type, snapshot, "threadState");
        var stack = (StackTraceElement[]) call(type, snapshot, "stackTrace");
        Object blockedOn = state == Thread.State.BLOCKED ? call(type, snapshot, "blockedOn") : null;
        List<Object> owned = owned(type, snapshot, stack.length);
        Object waitingOn = waitingOn(type, snapshot, state, stack, owned);
        Object blocker = call(type, snapshot, "parkBlocker");
        Optional<Thread> joined = joined(waitingOn, blocker, all);
        owned.removeIf(monitor -> monitor == waitingOn);
        return new Waiting(
                described(state, joined.map(view::nameOf), blockedOn, waitingOn, blocker),
                state == Thread.State.TIMED_WAITING || state == Thread.State.RUNNABLE,
                ownerOf(blocker).map(view::asRunByTheJvm),
                Optional.ofNullable(blockedOn),
                Optional.ofNullable(blocker),
                joined,
                owned,
                List.of(stack));
    }

    /** If the JVM does not know, it is the monitor that was entered last, because only its owner may wait on it. */
    private static Object waitingOn(
            Class<?> type, Object snapshot, Thread.State state, StackTraceElement[] stack, List<Object> owned)
            throws ReflectiveOperationException {
        if (state != Thread.State.WAITING && state != Thread.State.TIMED_WAITING) {
            return null;
        }
        Object known = call(type, snapshot, "waitingOn");
        boolean inWait = stack.length > 0 && stack[0].getMethodName().equals("wait0");
        return known == null && inWait && !owned.isEmpty() ? owned.getFirst() : known;
    }

    private static String described(
            Thread.State state, Optional<String> joined, Object blockedOn, Object waitingOn, Object blocker) {
        if (state == Thread.State.RUNNABLE) {
            return "can run";
        }
        if (joined.isPresent()) {
            return "waits for " + joined.get() + " to end";
        }
        if (blockedOn != null) {
            return "waits for the monitor of " + shown(blockedOn);
        }
        if (waitingOn != null) {
            return "waits to be notified on " + shown(waitingOn);
        }
        return blocker == null ? "waits" : "waits for " + description(blocker);
    }

    /** Objects of the program may describe themselves with toString, such as a loop with its unfinished tasks. */
    private static String description(Object blocker) {
        try {
            Class<?> declaring = blocker.getClass().getMethod("toString").getDeclaringClass();
            return declaring.getName().startsWith("java.") ? shown(blocker) : blocker.toString();
        } catch (NoSuchMethodException | RuntimeException unusable) {
            return shown(blocker);
        }
    }

    boolean isForTask() {
        return blocker.filter(FutureTask.class::isInstance).isPresent();
    }

    /** Whether code that the course's event loop called waits for a future. */
    boolean isForOwnLoop() {
        return blocker.filter(future -> future.getClass().getName().startsWith(FUTURES))
                        .isPresent()
                && stack.stream().anyMatch(frame -> frame.getClassName().equals(LOOP));
    }

    /** The monitors that it holds, as text. */
    List<String> held() {
        return owned.stream()
                .map(monitor -> "the monitor of " + shown(monitor))
                .distinct()
                .toList();
    }

    private static List<Object> owned(Class<?> type, Object snapshot, int depth) throws ReflectiveOperationException {
        Method ownedAt = type.getDeclaredMethod("ownedMonitorsAt", int.class);
        ownedAt.setAccessible(true);
        var owned = new ArrayList<Object>();
        for (int frame = 0; frame < depth; frame++) {
            ((Stream<?>) ownedAt.invoke(snapshot, frame))
                    .filter(monitor -> monitor != null)
                    .forEach(owned::add);
        }
        return owned;
    }

    private static Object call(Class<?> type, Object snapshot, String name) throws ReflectiveOperationException {
        Method method = type.getDeclaredMethod(name);
        method.setAccessible(true);
        return method.invoke(snapshot);
    }

    /**
     * The thread that holds a lock, or runs the task of a future. Of several readers of a read-write lock, the JVM
     * knows the first one.
     */
    private static Optional<Thread> ownerOf(Object blocker) {
        if (blocker instanceof FutureTask<?>) {
            return Fields.read(blocker, "runner", Thread.class);
        }
        return blocker instanceof AbstractOwnableSynchronizer
                ? Fields.read(blocker, "exclusiveOwnerThread", Thread.class)
                        .or(() -> Fields.read(blocker, "firstReader", Thread.class))
                : Optional.empty();
    }

    /** {@code Thread.join} waits on a private latch of a virtual thread, or on a platform thread itself. */
    private static Optional<Thread> joined(Object waitingOn, Object blocker, List<Thread> all) {
        if (waitingOn instanceof Thread platform) {
            return Optional.of(platform);
        }
        return blocker == null
                ? Optional.empty()
                : all.stream()
                        .filter(thread -> Fields.read(thread, "termination", CountDownLatch.class)
                                .flatMap(latch -> Fields.read(latch, "sync"))
                                .filter(sync -> sync == blocker)
                                .isPresent())
                        .findFirst();
    }

    /** {@code a ReentrantLock} for {@code java.util.concurrent.locks.ReentrantLock$NonfairSync@1b2c3d}. */
    private static String shown(Object what) {
        String name = what.getClass().getName();
        String simple = name.substring(name.lastIndexOf('.') + 1);
        if (simple.contains("Condition")) {
            return "a condition";
        }
        String outer =
                simple.contains("$") && name.startsWith("java.") ? simple.substring(0, simple.indexOf('$')) : simple;
        return ("AEIOU".indexOf(outer.charAt(0)) >= 0 ? "an " : "a ") + outer;
    }
}
