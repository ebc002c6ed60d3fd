package callbackhell.shop;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/**
 * A cancellation token. Pass the same one to all requests of an order: cancelling it interrupts those that are running,
 * and refuses all later ones. Corresponds to {@code AbortController} and its {@code AbortSignal} in JavaScript.
 */
public final class Cancellation {
    private final Set<Thread> running = new HashSet<>();
    private boolean cancelled;

    /** Cancels all requests with this token. Returns at once. */
    public synchronized void cancel() {
        cancelled = true;
        running.forEach(Thread::interrupt);
    }

    /**
     * Runs a request on the calling thread.
     *
     * @throws CancellationException if the token is cancelled
     */
    <T> T run(Callable<T> request) throws Exception {
        begin();
        try {
            return request.call();
        } catch (InterruptedException stopped) {
            throw new CancellationException("the order was cancelled");
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (cancelled) {
            throw new CancellationException("the order was cancelled");
        }
        running.add(Thread.currentThread());
    }

    /** Ends a request. After this, {@link #cancel} no longer interrupts the calling thread. */
    private synchronized void end() {
        running.remove(Thread.currentThread());
    }
}
