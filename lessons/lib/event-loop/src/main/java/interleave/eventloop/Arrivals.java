package interleave.eventloop;

import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Callbacks that other threads hand to the loop: a stack without locks, taken whole and turned over by the loop. Its
 * bottom also says what the loop does: awake, asleep (the first to add must wake it), or closed.
 */
final class Arrivals {

    private static final Arrival AWAKE = new Arrival(() -> {});
    private static final Arrival ASLEEP = new Arrival(() -> {});
    private static final Arrival CLOSED = new Arrival(() -> {});

    private final AtomicReference<Arrival> newest = new AtomicReference<>(AWAKE);

    /** Any thread may add. Returns whether the loop sleeps and the caller must wake it. */
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

    /** The loop takes everything, oldest first. */
    void moveTo(Queue<Runnable> ready) {
        if (newest.get() == AWAKE) {
            return;
        }
        Arrival oldest = turnedOver(newest.getAndSet(AWAKE));
        for (Arrival arrival = oldest; arrival != AWAKE; arrival = arrival.older) {
            ready.add(arrival.callback);
        }
    }

    /** The loop is about to sleep; false when it must not, because something has arrived. */
    boolean fallAsleep() {
        return newest.compareAndSet(AWAKE, ASLEEP);
    }

    void wakeUp() {
        newest.compareAndSet(ASLEEP, AWAKE);
    }

    void close() {
        newest.set(CLOSED);
    }

    private static Arrival turnedOver(Arrival newest) {
        Arrival turned = AWAKE;
        for (Arrival arrival = newest; arrival != AWAKE; ) {
            Arrival older = arrival.older;
            arrival.older = turned;
            turned = arrival;
            arrival = older;
        }
        return turned;
    }

    private static final class Arrival {
        final Runnable callback;
        Arrival older = this;

        Arrival(Runnable callback) {
            this.callback = callback;
        }
    }
}
