package dataloading;

/** Counts the batches in memory, from the start of loading to the end of training. Thread-safe. */
public final class BatchCounter {

    private int batches;
    private int peak;

    /** Called when a loader starts to load a batch. */
    public synchronized void loading() {
        batches++;
        peak = Math.max(peak, batches);
    }

    /** Called when the trainer no longer needs a batch. */
    public synchronized void trained() {
        batches--;
    }

    /** The largest number so far. */
    public synchronized int peak() {
        return peak;
    }
}
