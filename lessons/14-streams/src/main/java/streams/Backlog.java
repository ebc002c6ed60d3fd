package streams;

/** Counts the lines that have been read, and are not being handled yet. Thread-safe. */
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

    /** The largest number at any time. */
    public synchronized int peak() {
        return peak;
    }
}
