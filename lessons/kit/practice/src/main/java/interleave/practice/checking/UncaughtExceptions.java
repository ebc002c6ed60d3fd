package interleave.practice.checking;

import interleave.practice.judging.Explanation;
import java.util.ArrayList;
import java.util.List;

/** Exceptions that ended a thread and that nobody else was told of. */
final class UncaughtExceptions implements Thread.UncaughtExceptionHandler {
    private static final int MOST = 3;

    private final List<String> remarks = new ArrayList<>();

    @Override
    public synchronized void uncaughtException(Thread thread, Throwable failure) {
        if (remarks.size() < MOST) {
            String name = thread.getName().isEmpty() ? "A thread without a name" : "The thread " + thread.getName();
            remarks.add(name + " was ended by " + Explanation.placed(failure) + ", and nobody was told: whoever joins a"
                    + " thread learns only that it has ended.");
        }
    }

    /** What was lost since the last time. */
    synchronized List<String> drain() {
        List<String> drained = List.copyOf(remarks);
        remarks.clear();
        return drained;
    }
}
