package migrating.sources;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** How a simulated network drive, or a slow decoder, spends its time. */
@FunctionalInterface
public interface Drive {

    /** Returns when a file has arrived, or has been decoded. */
    void takeTime() throws InterruptedException;

    /** Each file arrives after this time, however many are requested at the same time. */
    static Drive waiting(Duration latency) {
        return () -> Thread.sleep(latency);
    }

    /** Decoding each file occupies one of this many cores for this time. Waits until a core is free. */
    static Drive computing(Duration time, int cores) {
        var free = new Semaphore(cores, true);
        return () -> {
            free.acquire();
            try {
                Thread.sleep(time);
            } finally {
                free.release();
            }
        };
    }
}
