package dataloading;

/**
 * Counts the batches in memory: from the beginning of their loading to the end of the training on them. Thread-safe.
 */
public final class BatchCounter {

    private int batches;
    private int peak;

    /** A loader begins to load a batch. */
    public synchronized void loading() {
        batches++;
        peak = Math.max(peak, batches);
    }

    /** The trainer no longer needs a batch. */
    public synchronized void trained() {
        batches--;
    }

    /** The largest number at any time. */
    public synchronized int peak() {
        return peak;
    }
}
