package streams;

/** Counts the lines that have been read, but not yet taken by the handler. Thread-safe. */
public final class Backlog {

    private int lines;
    private int peak;

    /** A line has been read. */
    public synchronized void read() {
        lines++;
        peak = Math.max(peak, lines);
    }

    /** The handler has taken a line. */
    public synchronized void taken() {
        lines--;
    }

    /** The largest number so far. */
    public synchronized int peak() {
        return peak;
    }
}
