package migrating;

import java.time.Duration;

/** A person who works with the same database while the report is being written. */
final class Clerk implements AutoCloseable {

    private Thread work = Thread.ofPlatform().name("clerk").unstarted(() -> {});

    /** Does this once, after a while, unless it is closed before. */
    void callAfter(Duration delay, Runnable action) {
        work = Thread.ofPlatform().name("clerk").start(() -> {
            try {
                Thread.sleep(delay);
                action.run();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt(); // the report was complete before
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
