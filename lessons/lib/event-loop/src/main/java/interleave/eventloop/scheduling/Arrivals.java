package interleave.eventloop.scheduling;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Callbacks from other threads: a lock-free stack that the loop removes as a whole and reverses. Its bottom element is
 * the loop's state: awake, asleep (the first thread that adds a callback must wake the loop), or closed. A single
 * compare-and-set adds a callback and reads that state.
 */
final class Arrivals {

    private static final Arrival AWAKE = new Arrival(() -> {});
    private static final Arrival ASLEEP = new Arrival(() -> {});
    private static final Arrival CLOSED = new Arrival(() -> {});

    private final AtomicReference<Arrival> newest = new AtomicReference<>(AWAKE);

    /** Any thread may call this. Returns true if the loop sleeps, and the caller must wake it. */
    boolean add(Runnable callback) {
        var arrival = new Arrival(callback);
        Arrival before;
        do {
            before = newest.get();
            if (before == CLOSED) {
                throw new RejectedExecutionException("this event loop is closed");
            }
            arrival.older = before == ASLEEP ? AWAKE : before;
        } while (!newest.compareAndSet(before, arrival));
        return before == ASLEEP;
    }

    /** Moves all callbacks to {@code ready}, oldest first. */
    void moveTo(Consumer<Runnable> ready) {
        if (newest.get() == AWAKE) {
            return;
        }
        Arrival oldest = reversed(newest.getAndSet(AWAKE));
        for (Arrival arrival = oldest; arrival != AWAKE; arrival = arrival.older) {
            ready.accept(arrival.callback);
        }
    }

    /** Called before the loop sleeps. Returns false if a callback has arrived, and the loop must not sleep. */
    boolean fallAsleep() {
        return newest.compareAndSet(AWAKE, ASLEEP);
    }

    void wakeUp() {
        newest.compareAndSet(ASLEEP, AWAKE);
    }

    void close() {
        newest.set(CLOSED);
    }

    private static Arrival reversed(Arrival newest) {
        Arrival reversed = AWAKE;
        for (Arrival arrival = newest; arrival != AWAKE; ) {
            Arrival older = arrival.older;
            arrival.older = reversed;
            reversed = arrival;
            arrival = older;
        }
        return reversed;
    }

    private static final class Arrival {
        final Runnable callback;
        Arrival older = this;

        Arrival(Runnable callback) {
            this.callback = callback;
        }
    }
}
