package races;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RecursiveTask;

/** What the threads of the programs share. */
final class Shared {
    static int ofAll;

    int count;
    volatile int flag;
    final Map<String, Integer> map = new HashMap<>();

    int increment() {
        return count++;
    }

    synchronized void incrementLocked() {
        count++;
    }

    synchronized void failLocked() {
        count++;
        throw new IllegalStateException("expected");
    }

    static void inTwoThreads(Runnable first, Runnable second) throws InterruptedException {
        Thread anna = Thread.ofPlatform().name("Anna").start(first);
        Thread ben = Thread.ofVirtual().name("Ben").start(second);
        anna.join();
        ben.join();
    }

    /** Its list is filled when the class is initialized, by the thread that uses it first. */
    static final class Lazy {
        @SuppressWarnings("NonFinalStaticField") // a final field needs no order
        static List<Shared> ALL = new ArrayList<>();

        static {
            var made = new Shared();
            made.count = 5;
            ALL.add(made);
        }

        private Lazy() {}
    }

    /** Passes its result in a field, besides returning it. */
    static final class Sum extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1;

        private final int from;
        private final int to;
        private int result;

        Sum(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected Integer compute() {
            if (to - from < 10) {
                result = to - from;
                return result;
            }
            var left = new Sum(from, (from + to) / 2);
            var right = new Sum((from + to) / 2, to);
            left.fork();
            right.compute();
            left.join();
            result = left.result + right.result;
            return result;
        }
    }
}
