package interleave.virtualtime;

import interleave.virtualtime.engine.Simulation;
import java.io.OutputStream;
import java.io.PrintStream;

/** Replaces {@code System.err} during a run. Forwards all bytes, and reports each line of the run to the listener. */
final class ErrorOutput extends OutputStream {
    private final PrintStream real;
    private final RunListener listener;
    private final LinesByThread byThread = new LinesByThread();

    ErrorOutput(PrintStream real, RunListener listener) {
        this.real = real;
        this.listener = listener;
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        real.write(bytes, offset, length);
        if (Simulation.isRunning()) {
            Thread thread = Simulation.asSeenByTheProgram(Thread.currentThread());
            byThread.take(
                    thread,
                    bytes,
                    offset,
                    length,
                    real.charset(),
                    line -> listener.printedToErr(thread, Simulation.elapsed(), line));
        }
    }

    @Override
    public void flush() {
        real.flush();
    }
}
