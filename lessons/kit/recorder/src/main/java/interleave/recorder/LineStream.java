package interleave.recorder;

import interleave.recorder.capture.RecorderEvents;
import interleave.recorder.model.Mark;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Replaces {@code System.out} or {@code System.err}: assembles the lines of each thread and adds them to the recording.
 * Passes the lines to a listener or, without a listener, the unchanged bytes to the original stream.
 */
final class LineStream extends OutputStream {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Thread, PartialLine> unfinished = new HashMap<>();
    private final PrintStream original;
    private final Mark.Kind kind;
    private final Optional<LineListener> listener;
    private final Supplier<Optional<RunningVersion>> running;

    /**
     * @param kind the kind of mark for its lines
     * @param running the version of threads that do not inherit one, such as the threads of the common pool
     */
    LineStream(
            PrintStream original,
            Mark.Kind kind,
            Optional<LineListener> listener,
            Supplier<Optional<RunningVersion>> running) {
        this.original = original;
        this.kind = kind;
        this.listener = listener;
        this.running = running;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (lock.isHeldByCurrentThread()) { // output of the listener
            original.write(bytes, offset, length);
            return;
        }
        Optional<RunningVersion> version = RunningVersion.ofCallingThread().or(running);
        if (version.filter(RunningVersion::isAbandoned).isPresent()) {
            return;
        }
        lock.lock();
        try {
            if (listener.isEmpty() || version.isEmpty()) {
                original.write(bytes, offset, length);
            }
            version.ifPresent(printer -> append(printer, bytes, offset, length));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void flush() {
        original.flush();
    }

    /** Ends all incomplete lines of the calling thread's version. */
    void finishLines() {
        RunningVersion version = RunningVersion.ofCallingThread().orElseThrow();
        lock.lock();
        try {
            List<Thread> threads = new ArrayList<>();
            unfinished.forEach((thread, line) -> {
                if (line.version.equals(version)) {
                    threads.add(thread);
                }
            });
            threads.forEach(this::finishLine);
        } finally {
            lock.unlock();
        }
    }

    private void append(RunningVersion version, byte[] bytes, int offset, int length) {
        Thread printer = Thread.currentThread();
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                unfinished.computeIfAbsent(printer, thread -> new PartialLine(version));
                finishLine(printer);
            } else {
                unfinished
                        .computeIfAbsent(printer, thread -> new PartialLine(version))
                        .bytes
                        .write(bytes[i]);
            }
        }
    }

    private void finishLine(Thread printer) {
        PartialLine line = unfinished.remove(printer);
        if (line == null) {
            return;
        }
        String text = line.bytes.toString(original.charset());
        String whole = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        RecorderEvents.printLine(line.version.number, printer, whole, kind);
        listener.ifPresent(receiver -> receiver.printed(line.version.name, line.version.sinceStart(), whole));
    }

    private record PartialLine(RunningVersion version, ByteArrayOutputStream bytes) {
        PartialLine(RunningVersion version) {
            this(version, new ByteArrayOutputStream());
        }
    }
}
