package benchmarks.runner;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.function.DoubleConsumer;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Counts the iterations that JMH reports, and logs its messages. */
final class StepCounter implements OutputFormat {
    private final int iterations;
    private final PrintStream log;
    private final DoubleConsumer partDone;
    private int done;

    StepCounter(int iterations, PrintStream log, DoubleConsumer partDone) {
        this.iterations = iterations;
        this.log = log;
        this.partDone = partDone;
    }

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {
        log.println("# " + benchmark.id());
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams parameters, int iteration) {}

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams parameters, int iteration, IterationResult result) {
        done++;
        partDone.accept(Math.min(1, (double) done / iterations));
        log.println(parameters.getType() + " " + iteration + ": " + result.getPrimaryResult());
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {
        log.println(result == null ? "no result" : result.getPrimaryResult().extendedInfo());
    }

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void print(String text) {
        log.print(text);
    }

    @Override
    public void println(String text) {
        log.println(text);
    }

    @Override
    public void flush() {
        log.flush();
    }

    @Override
    public void close() {}

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void write(int octet) {
        log.write(octet);
    }

    @Override
    public void write(byte[] octets) throws IOException {
        log.write(octets);
    }
}
