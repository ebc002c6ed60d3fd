package interleave.virtualtime;

import interleave.virtualtime.engine.Outcome;
import interleave.virtualtime.engine.Simulation;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Replaces {@code System.out} during a run. Collects the lines of its threads with their virtual times. */
final class Output extends OutputStream {
    /** Held while {@code System.out}, which all runs share, is replaced. */
    private static final ReentrantLock STANDARD_OUTPUT = new ReentrantLock();

    private PrintStream real = System.out;
    private final RunListener listener;
    private final List<PrintedLine> lines = new ArrayList<>();
    private final LinesByThread byThread = new LinesByThread();

    Output(RunListener listener) {
        this.listener = listener;
    }

    /** A run whose output is collected. */
    interface Run {
        Outcome go() throws Throwable;
    }

    /** Executes {@code run} with the replaced streams. Runs of other threads wait until it has ended. */
    Outcome during(Run run) throws Throwable {
        if (Simulation.isRunning()) {
            return run.go(); // a nested run: it throws
        }
        STANDARD_OUTPUT.lock();
        try {
            return withReplacedStreams(run);
        } finally {
            STANDARD_OUTPUT.unlock();
        }
    }

    private Outcome withReplacedStreams(Run run) throws Throwable {
        real = System.out;
        PrintStream realErr = System.err;
        System.setOut(new PrintStream(this, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new ErrorOutput(realErr, listener), true, realErr.charset()));
        try {
            return run.go();
        } finally {
            System.setOut(real);
            System.setErr(realErr);
        }
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (!Simulation.isRunning()) {
            real.write(bytes, offset, length);
            return;
        }
        if (Simulation.isEnding()) {
            return; // printed by a thread that was interrupted because the run has ended
        }
        Thread thread = Simulation.asSeenByTheProgram(Thread.currentThread());
        byThread.take(thread, bytes, offset, length, StandardCharsets.UTF_8, line -> end(thread, line));
    }

    private void end(Thread thread, String line) {
        lines.add(new PrintedLine(Simulation.elapsed(), thread.getName(), line));
        listener.printed(thread, Simulation.elapsed(), line);
    }

    /** The printed lines. Lines without a line end come last. */
    List<PrintedLine> lines() {
        var all = new ArrayList<>(lines);
        byThread.incomplete(StandardCharsets.UTF_8)
                .forEach((thread, line) -> all.add(new PrintedLine(lastTime(), thread.getName(), line)));
        return List.copyOf(all);
    }

    private Duration lastTime() {
        return lines.isEmpty() ? Duration.ZERO : lines.getLast().at();
    }
}
