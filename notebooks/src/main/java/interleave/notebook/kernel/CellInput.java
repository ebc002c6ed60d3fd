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
 * Stands for {@code System.in}: asks the front end for a line when a cell reads, and can be interrupted while it waits.
 */
final class CellInput extends InputStream {
    /** Asks on a thread of its own: a thread of the cell that is interrupted must not be at the socket. */
    private final ExecutorService asker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("cell input").factory());

    private volatile Optional<Question> question = Optional.empty();
    private byte[] line = {};
    private int next;

    /** Asks for a line, and gives up when told; empty then. */
    interface Question {
        Optional<String> ask(AtomicBoolean givenUp) throws InterruptedException;
    }

    /** Whom cells ask from now on; empty when the front end cannot be asked, then there is nothing to read. */
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
        var givenUp = new AtomicBoolean();
        Future<Optional<String>> answer = asker.submit(() -> front.ask(givenUp));
        try {
            return answer.get().map(text -> text + "\n").orElse("");
        } catch (InterruptedException stopped) {
            givenUp.set(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while it waited for input");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the front end cannot be asked for input", failed.getCause());
        }
    }
}
