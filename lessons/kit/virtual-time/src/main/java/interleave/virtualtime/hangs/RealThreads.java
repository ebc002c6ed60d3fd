package interleave.virtualtime.hangs;

import interleave.virtualtime.engine.waits.ThreadView;
import interleave.virtualtime.engine.waits.WaitGraph;
import interleave.virtualtime.engine.waits.Waiting;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Stream;

/** All threads of the JVM, and whether they can continue. */
final class RealThreads {
    /** Frames of a wait for a socket, a file, a process or a key. A virtual thread that does so is parked. */
    private static final List<String> IO = List.of(
            "sun.nio.ch.",
            "sun.nio.fs.",
            "java.net.",
            "java.io.Console",
            "java.lang.Process",
            "jdk.internal.io.",
            "jdk.internal.org.jline.");

    private RealThreads() {}

    static boolean areVisible() {
        return Object.class.getModule().isOpen("jdk.internal.vm", RealThreads.class.getModule())
                && Object.class.getModule().isOpen("java.util.concurrent", RealThreads.class.getModule());
    }

    /** Platform and virtual threads, without those of the JVM. Those that carry virtual threads are among them. */
    static List<Thread> living() {
        if (!areVisible()) {
            return List.of();
        }
        try {
            Class<?> containers = Class.forName("jdk.internal.vm.ThreadContainers");
            Class<?> container = Class.forName("jdk.internal.vm.ThreadContainer");
            var threads = new ArrayList<Thread>();
            var open = new ArrayList<Object>(List.of(call(containers, containers, "root")));
            while (!open.isEmpty()) {
                Object next = open.removeLast();
                ((Stream<?>) call(container, next, "threads")).forEach(thread -> threads.add((Thread) thread));
                ((Stream<?>) call(container, next, "children")).forEach(open::add);
            }
            return threads.stream()
                    .distinct()
                    .filter(thread -> !isOfTheJvm(thread))
                    .toList();
        } catch (ReflectiveOperationException otherJdk) {
            return List.of();
        }
    }

    private static Object call(Class<?> type, Object object, String method) throws ReflectiveOperationException {
        Method found = type.getDeclaredMethod(method);
        found.setAccessible(true);
        return found.invoke(object);
    }

    /** Threads that the JVM starts when they are first needed. The others are older than any program. */
    private static boolean isOfTheJvm(Thread thread) {
        return thread.getName().startsWith("VirtualThread-un")
                || thread.getName().startsWith("JFR ")
                || thread.getName().equals("Attach Listener");
    }

    /** The time that each platform thread has computed, in nanoseconds; that of virtual threads is their carrier's. */
    static Map<Thread, Long> computed(List<Thread> threads) {
        var bean = ManagementFactory.getThreadMXBean();
        var times = new HashMap<Thread, Long>();
        threads.stream()
                .filter(thread -> !thread.isVirtual())
                .forEach(thread -> times.put(thread, bean.getThreadCpuTime(thread.threadId())));
        return times;
    }

    static boolean isCarrier(Thread thread) {
        return thread.getClass().getName().equals("jdk.internal.misc.CarrierThread");
    }

    /** Whether programs that run one after the other share this thread. */
    static boolean isShared(Thread thread) {
        return thread instanceof ForkJoinWorkerThread;
    }

    /**
     * Whether there are threads, and none of them can continue by itself or receive something from outside. Stops at
     * the first one that can, because a program may have many thousands of threads that sleep.
     */
    static boolean mayHang(List<Thread> threads) {
        boolean found = false;
        for (Thread thread : threads) {
            if (!isIdle(thread)) {
                if (!waitsForOthers(thread)) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    private static boolean waitsForOthers(Thread thread) {
        Thread.State state = thread.getState();
        return (state == Thread.State.WAITING || state == Thread.State.BLOCKED) && !isInIo(thread);
    }

    private static boolean isInIo(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .map(StackTraceElement::getClassName)
                .anyMatch(name -> IO.stream().anyMatch(name::startsWith));
    }

    /** Whether it is a thread of a pool that waits for a task, possibly for a limited time. */
    private static boolean isIdle(Thread thread) {
        var stack = List.of(thread.getStackTrace());
        return stack.stream()
                        .anyMatch(frame -> frame.getMethodName().equals("getTask")
                                || frame.getMethodName().equals("awaitWork"))
                && stack.stream().noneMatch(frame -> frame.getClassName().contains("DelayedWorkQueue"))
                && stack.stream().allMatch(RealThreads::isOfTheJdk);
    }

    private static boolean isOfTheJdk(StackTraceElement frame) {
        return frame.getClassName().startsWith("java.")
                || frame.getClassName().startsWith("jdk.internal."); // Unsafe.park
    }

    /** Empty if one of the threads can continue. */
    static Map<Thread, List<StackTraceElement>> stacks(List<Thread> threads) {
        var stacks = new HashMap<Thread, List<StackTraceElement>>();
        for (Thread thread : threads) {
            if (!isIdle(thread)) {
                stacks.put(thread, List.of(thread.getStackTrace()));
            }
        }
        return mayHang(threads) ? stacks : Map.of();
    }

    /** The report of a deadlock, without threads that run no code of a program. */
    static String report(List<Thread> threads) {
        var graph = WaitGraph.ofBlocked(threads, ThreadView.REAL);
        graph.waiting().values().removeIf(RealThreads::runsOnlyTheJdk);
        return graph.deadlock("for more than 1 s", "");
    }

    private static boolean runsOnlyTheJdk(Waiting wait) {
        return WaitGraph.frames(wait.stack()).isEmpty();
    }
}
