package interleave.recorder;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What the platform threads wait for at this moment, told from their stacks. */
final class OpenWait {

    private static final Set<String> OF_THE_JVM = Set.of("system", "InnocuousThreadGroup");

    private OpenWait() {}

    /** Puts the waits that go on into the recording. */
    static void recordAll() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        var alive = new Thread[root.activeCount() + 16];
        int found = root.enumerate(alive);
        for (int i = 0; i < found; i++) {
            of(alive[i]).ifPresent(RecorderEvents.StillWaiting::commit);
        }
    }

    private static Optional<RecorderEvents.StillWaiting> of(Thread thread) {
        if (thread.equals(Thread.currentThread()) || isOfTheJvm(thread)) {
            return Optional.empty();
        }
        Thread.State state = thread.getState();
        var frames = Arrays.stream(thread.getStackTrace())
                .map(frame -> new Frame(frame.getClassName(), frame.getMethodName()))
                .toList();
        return switch (state) {
            case BLOCKED -> Optional.of(event(thread, new Wait(State.LOCK, Waits.MONITOR)));
            case WAITING, TIMED_WAITING -> Waits.classify(frames).map(wait -> event(thread, wait));
            case NEW, RUNNABLE, TERMINATED -> Optional.empty();
        };
    }

    /** Such as Finalizer and Common-Cleaner; the common pool's threads work for the program. */
    private static boolean isOfTheJvm(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null
                && OF_THE_JVM.contains(group.getName())
                && !thread.getName().startsWith("ForkJoinPool");
    }

    private static RecorderEvents.StillWaiting event(Thread thread, Wait wait) {
        var event = new RecorderEvents.StillWaiting();
        event.waiter = thread;
        event.state = wait.state().name();
        event.detail = wait.detail();
        return event;
    }
}
