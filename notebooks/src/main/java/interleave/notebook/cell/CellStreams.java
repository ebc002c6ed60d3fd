package interleave.notebook.cell;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Replaces {@code System.out} and {@code System.err} while cells run. The output of a thread goes to the cell that
 * started it, directly or through other threads, even after that cell has ended. Printing threads only fill a buffer,
 * and a separate thread sends it. So an interrupt cannot close a socket, and many lines are sent in one message.
 */
public final class CellStreams implements AutoCloseable {
    /** The pause between two messages. */
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(50);
    /** A thread that prints waits while more bytes than this are unsent. */
    private static final int MAX_UNSENT = 4_000_000;

    /** Virtual threads inherit it, too. */
    private static final InheritableThreadLocal<CellOutput> CELL_OF_THREAD = new InheritableThreadLocal<>();

    private final Set<CellOutput> printed = new LinkedHashSet<>();
    private final PrintStream originalOut = System.out;
    private final PrintStream originalErr = System.err;
    private final Thread sender;
    /** The cell for threads that no cell has started, such as those of the common pool. */
    private volatile CellOutput current;

    /** Receives the output of a cell in pieces: the stream, {@code stdout} or {@code stderr}, and the text. */
    public interface Sink {
        void printed(String stream, String text);
    }

    /** Replaces {@code System.out} and {@code System.err}. Output before the first cell is discarded. */
    public CellStreams() {
        current = new CellOutput((stream, text) -> {});
        System.setOut(stream("stdout"));
        System.setErr(stream("stderr"));
        sender = Thread.ofPlatform().daemon().name("cell output").start(this::sendRepeatedly);
    }

    private PrintStream stream(String name) {
        return new PrintStream(new CellOfThreadStream(name), true, StandardCharsets.UTF_8) {
            // Only flushes, because later cells need the stream. Closing a writer or scanner calls this.
            @Override
            public void close() {
                flush();
            }
        };
    }

    /** After this, the calling thread and the threads that it starts print into a new cell. */
    public void begin(Sink sink) {
        current = new CellOutput(sink);
        CELL_OF_THREAD.set(current);
    }

    /** Sends the output of the current cell. */
    public void flush() {
        current.send();
    }

    /** Restores {@code System.out} and {@code System.err}. */
    @Override
    public void close() {
        sender.interrupt();
        System.setOut(originalOut);
        System.setErr(originalErr);
    }

    private void sendRepeatedly() {
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

    /** Writes to the cell of the calling thread. */
    private final class CellOfThreadStream extends OutputStream {
        private final String name;

        CellOfThreadStream(String name) {
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

    /** Consecutive output to the same stream. */
    private record Piece(String stream, ByteArrayOutputStream bytes) {}

    /** The unsent output of one cell. */
    private final class CellOutput {
        private final Sink sink;
        private final Deque<Piece> unsent = new ArrayDeque<>();
        private final Map<String, IncrementalDecoder> decoders = new HashMap<>();
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
            if (size > MAX_UNSENT) {
                awaitSending();
            }
        }

        private void awaitSending() {
            try {
                while (size > MAX_UNSENT) {
                    wait();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt(); // the printing code will notice it
            }
        }

        synchronized void send() {
            while (!unsent.isEmpty()) {
                Piece piece = unsent.remove();
                String text = decoders.computeIfAbsent(piece.stream, name -> new IncrementalDecoder())
                        .decode(piece.bytes.toByteArray());
                if (!text.isEmpty()) {
                    sink.printed(piece.stream, text);
                }
            }
            size = 0;
            notifyAll();
        }
    }
}
