package interleave.recorder.capture;

import interleave.recorder.stack.Frame;
import interleave.recorder.stack.WaitClassifier;
import java.util.Arrays;
import java.util.Set;

/** Determines from their stacks what the platform threads wait for now. */
public final class OpenWaits {

    private static final Set<String> OF_THE_JVM = Set.of("system", "InnocuousThreadGroup");

    private OpenWaits() {}

    /** Adds all waits that have not ended to the recording. */
    public static void recordAll() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        var alive = new Thread[root.activeCount() + 16];
        int found = root.enumerate(alive);
        for (int i = 0; i < found; i++) {
            record(alive[i]);
        }
    }

    private static void record(Thread thread) {
        if (thread.equals(Thread.currentThread()) || isOfTheJvm(thread)) {
            return;
        }
        Thread.State state = thread.getState();
        var frames = Arrays.stream(thread.getStackTrace()).map(Frame::of).toList();
        switch (state) {
            case BLOCKED -> RecorderEvents.stillWaiting(thread, WaitClassifier.MONITOR);
            case WAITING, TIMED_WAITING ->
                WaitClassifier.classify(frames).ifPresent(wait -> RecorderEvents.stillWaiting(thread, wait));
            case NEW, RUNNABLE, TERMINATED -> {}
        }
    }

    /** Whether it is a thread such as Finalizer or Common-Cleaner. Threads of the common pool work for the program. */
    private static boolean isOfTheJvm(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null
                && OF_THE_JVM.contains(group.getName())
                && !thread.getName().startsWith("ForkJoinPool");
    }
}
