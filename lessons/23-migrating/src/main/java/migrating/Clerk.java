package migrating;

import java.time.Duration;

/** Changes the database while the report is being written, as a person at a desk would. */
final class Clerk implements AutoCloseable {

    private Thread work = Thread.ofPlatform().name("clerk").unstarted(() -> {});

    /** Runs the action once, after the delay, unless the clerk is closed before that. */
    void callAfter(Duration delay, Runnable action) {
        work = Thread.ofPlatform().name("clerk").start(() -> {
            try {
                Thread.sleep(delay);
                action.run();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt(); // the report was complete first
            }
        });
    }

    @Override
    public void close() {
        work.interrupt();
        try {
            work.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
