package deadlocks;

import java.util.concurrent.Executors;

/** Each task has its own thread, so no task is ever queued behind a task that waits for it. */
final class WithVirtualThreads {
    private WithVirtualThreads() {}

    static void main() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            IO.println("Total: " + new Branches(executor).total());
        }
    }
}
