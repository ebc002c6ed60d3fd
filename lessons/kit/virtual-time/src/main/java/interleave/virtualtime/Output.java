package interleave.virtualtime;

import interleave.virtualtime.engine.Outcome;
import interleave.virtualtime.engine.Simulation;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Stands before {@code System.out} during a run: collects what its threads print, line by line, with virtual times. */
final class Output extends OutputStream {
    /** Held while a run's output stands before {@code System.out}, which there is only one of. */
    private static final ReentrantLock STANDARD_OUTPUT = new ReentrantLock();

    private PrintStream real = System.out;
    private final RunListener listener;
    private final List<PrintedLine> lines = new ArrayList<>();
    /** What a thread has printed of a line that is not complete. */
    private final Map<Thread, ByteArrayOutputStream> begun = new LinkedHashMap<>();

    Output(RunListener listener) {
        this.listener = listener;
    }

    /** A run, while whose body prints. */
    interface Run {
        Outcome go() throws Throwable;
    }

    /** Runs that other threads ask for wait until this one is over. */
    Outcome during(Run run) throws Throwable {
        if (Simulation.isRunning()) {
            return run.go(); // a run inside a run, which is refused
        }
        STANDARD_OUTPUT.lock();
        try {
            return inFrontOfTheRealOne(run);
        } finally {
            STANDARD_OUTPUT.unlock();
        }
    }

    private Outcome inFrontOfTheRealOne(Run run) throws Throwable {
        real = System.out;
        System.setOut(new PrintStream(this, true, StandardCharsets.UTF_8));
        try {
            return run.go();
        } finally {
            System.setOut(real);
        }
    }

    @Override
    public void write(int oneByte) {
        write(new byte[]{(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (!Simulation.isRunning()) {
            real.write(bytes, offset, length);
            return;
        }
        Thread thread = Simulation.asSeenByTheProgram(Thread.currentThread());
        var line = begun.computeIfAbsent(thread, first -> new ByteArrayOutputStream());
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                end(thread, line);
            } else {
                line.write(bytes[i]);
            }
        }
        if (line.size() == 0) {
            begun.remove(thread);
        }
    }

    private void end(Thread thread, ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        String stripped = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        lines.add(new PrintedLine(Simulation.elapsed(), thread.getName(), stripped));
        listener.printed(thread, Simulation.elapsed(), stripped);
        line.reset();
    }

    /** The lines printed, those that no line end completed last. */
    List<PrintedLine> lines() {
        var all = new ArrayList<>(lines);
        begun.forEach((thread, line) -> all.add(new PrintedLine(lastTime(), thread.getName(), line.toString(
                StandardCharsets.UTF_8))));
        return List.copyOf(all);
    }

    private Duration lastTime() {
        return lines.isEmpty() ? Duration.ZERO : lines.getLast().at();
    }
}
