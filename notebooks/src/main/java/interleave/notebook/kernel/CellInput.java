package interleave.notebook.kernel;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Replaces {@code System.in}: requests a line from the front end when a cell reads. It can be interrupted while it
 * waits.
 */
final class CellInput extends InputStream {
    /** Requests run on a separate thread, because an interrupted thread of the cell would close the socket. */
    private final ExecutorService requests = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("cell input").factory());

    private volatile Optional<Question> question = Optional.empty();
    private byte[] line = {};
    private int next;

    /** Requests a line. Returns an empty result if it is cancelled. */
    interface Question {
        Optional<String> ask(AtomicBoolean cancelled) throws InterruptedException;
    }

    /** Sets the front end of the next reads; empty if it does not support input, so that a read returns nothing. */
    void ask(Optional<Question> front) {
        question = front;
    }

    @Override
    public synchronized int read() throws InterruptedIOException {
        return hasMore() ? line[next++] & 0xff : -1;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) throws InterruptedIOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, into, offset, count);
        next += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - next;
    }

    private boolean hasMore() throws InterruptedIOException {
        if (next == line.length) {
            line = question.isEmpty() ? new byte[0] : answer(question.get()).getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        return next < line.length;
    }

    private String answer(Question front) throws InterruptedIOException {
        var cancelled = new AtomicBoolean();
        Future<Optional<String>> answer = requests.submit(() -> front.ask(cancelled));
        try {
            return answer.get().map(text -> text + "\n").orElse("");
        } catch (InterruptedException stopped) {
            cancelled.set(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the cell was stopped while it waited for input");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("cannot request input from the front end", failed.getCause());
        }
    }
}
