package downloads;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows the progress of the downloads on one line of the terminal, which is repeatedly overwritten. Prints no progress
 * if there is no terminal, for example if the output goes to a file. Thread-safe.
 */
final class Progress implements AutoCloseable {

    private static final long REDRAW_NANOS = 100_000_000;
    private static final String TO_START_AND_CLEAR = "\r\033[K";

    private final Optional<PrintWriter> terminal;
    private final int files;
    private int finished;
    private long bytes;
    private long drawn;

    Progress(Optional<PrintWriter> terminal, int files) {
        this.terminal = terminal;
        this.files = files;
        this.drawn = System.nanoTime() - REDRAW_NANOS;
    }

    /** Shows the progress on the terminal of this program, if it has one. */
    static Progress of(int files) {
        return new Progress(
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .map(Console::writer),
                files);
    }

    /** Reports that some bytes have arrived. */
    synchronized void received(long count) {
        bytes += count;
        if (System.nanoTime() - drawn >= REDRAW_NANOS) {
            draw();
        }
    }

    /** Reports that a download has ended. A failure is printed on a line of its own, which remains. */
    synchronized void finished(Result result) {
        finished++;
        if (result instanceof Result.Failed) {
            clear();
            IO.println(result);
        }
        draw();
    }

    synchronized long bytes() {
        return bytes;
    }

    private void draw() {
        drawn = System.nanoTime();
        show(String.format(Locale.ROOT, "%s%d of %d files, %.1f MB", TO_START_AND_CLEAR, finished, files, bytes / 1e6));
    }

    /** Clears the line. */
    synchronized void clear() {
        show(TO_START_AND_CLEAR);
    }

    private void show(String text) {
        terminal.ifPresent(line -> {
            line.print(text);
            line.flush();
        });
    }

    @Override
    public void close() {
        clear();
    }
}
