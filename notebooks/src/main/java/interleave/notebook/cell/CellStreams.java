package interleave.notebook.cell;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Stands for {@code System.out} and {@code System.err} while cells run: what a thread prints goes to the cell that
 * started it, directly or by way of other threads, also when that cell has ended. Printing threads only fill a buffer;
 * others empty it. So a thread that is interrupted while it prints cannot harm a socket, and ten thousand lines are not
 * ten thousand messages.
 */
public final class CellStreams implements AutoCloseable {
    /** Not more often than a screen is looked at. */
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(50);
    /** Who prints more before it has been sent waits for that, in bytes. */
    private static final int ENOUGH = 4_000_000;

    /** Virtual threads inherit it as well as others. */
    private static final InheritableThreadLocal<CellOutput> CELL_OF_THREAD = new InheritableThreadLocal<>();

    private final Set<CellOutput> printed = new LinkedHashSet<>();
    private final PrintStream originalOut = System.out;
    private final PrintStream originalErr = System.err;
    private final Thread sender;
    /** For threads that no cell started, such as those of the common pool. */
    private volatile CellOutput current;

    /** Told what a cell has printed, piece by piece: {@code stdout} or {@code stderr}, and the text. */
    public interface Sink {
        void printed(String stream, String text);
    }

    /**
     * Takes the places of {@code System.out} and {@code System.err}; what is printed before the first cell goes to
     * nobody.
     */
    public CellStreams() {
        current = new CellOutput((stream, text) -> {});
        System.setOut(stream("stdout"));
        System.setErr(stream("stderr"));
        sender = Thread.ofPlatform().daemon().name("cell output").start(this::sendNowAndThen);
    }

    private PrintStream stream(String name) {
        return new PrintStream(new OfThisThread(name), true, StandardCharsets.UTF_8);
    }

    /** From now on the calling thread, and the threads it starts, print into a cell. */
    public void begin(Sink sink) {
        current = new CellOutput(sink);
        CELL_OF_THREAD.set(current);
    }

    /** Sends what the calling thread's cell has printed. */
    public void flush() {
        current.send();
    }

    /** Gives {@code System.out} and {@code System.err} back. */
    @Override
    public void close() {
        sender.interrupt();
        System.setOut(originalOut);
        System.setErr(originalErr);
    }

    private void sendNowAndThen() {
        try {
            while (true) {
                CellOutput cell;
                synchronized (printed) {
                    while (printed.isEmpty()) {
                        printed.wait();
                    }
                    cell = printed.iterator().next();
                    printed.remove(cell);
                }
                cell.send();
                Thread.sleep(BETWEEN_MESSAGES);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendSoon(CellOutput cell) {
        synchronized (printed) {
            printed.add(cell);
            printed.notifyAll();
        }
    }

    /** Writes to the cell of whoever writes. */
    private final class OfThisThread extends OutputStream {
        private final String name;

        OfThisThread(String name) {
            this.name = name;
        }

        @Override
        public void write(int single) {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            CellOutput cell = CELL_OF_THREAD.get();
            (cell == null ? current : cell).append(name, bytes, offset, length);
        }
    }

    /** Printed one after the other to the same stream. */
    private record Piece(String stream, ByteArrayOutputStream bytes) {}

    /** What one cell has printed and is not sent yet. */
    private final class CellOutput {
        private final Sink sink;
        private final Deque<Piece> unsent = new ArrayDeque<>();
        private int size;

        CellOutput(Sink sink) {
            this.sink = sink;
        }

        synchronized void append(String stream, byte[] bytes, int offset, int length) {
            if (unsent.isEmpty() || !unsent.getLast().stream.equals(stream)) {
                unsent.add(new Piece(stream, new ByteArrayOutputStream()));
            }
            unsent.getLast().bytes.write(bytes, offset, length);
            size += length;
            sendSoon(this);
            if (size > ENOUGH) {
                awaitSending();
            }
        }

        private void awaitSending() {
            try {
                while (size > ENOUGH) {
                    wait();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt(); // whoever prints will notice
            }
        }

        synchronized void send() {
            while (!unsent.isEmpty()) {
                Piece piece = unsent.remove();
                sink.printed(piece.stream, piece.bytes.toString(StandardCharsets.UTF_8));
            }
            size = 0;
            notifyAll();
        }
    }
}
