package interleave.practice.checking;

import interleave.practice.judging.Explanation;
import java.util.ArrayList;
import java.util.List;

/** Collects the uncaught exceptions of threads, as remarks. */
final class UncaughtExceptions implements Thread.UncaughtExceptionHandler {
    private static final int MAX_REMARKS = 3;

    private final List<String> remarks = new ArrayList<>();

    @Override
    public synchronized void uncaughtException(Thread thread, Throwable failure) {
        if (remarks.size() < MAX_REMARKS && !Explanation.isOfTheTool(failure)) {
            String name = thread.getName().isEmpty() ? "A thread without a name" : "Thread " + thread.getName();
            remarks.add(name + " ended with an uncaught " + Explanation.placed(failure)
                    + ". join() does not rethrow the exception of a thread.");
        }
    }

    /** Returns the remarks, and clears them. */
    synchronized List<String> drain() {
        List<String> drained = List.copyOf(remarks);
        remarks.clear();
        return drained;
    }
}
