package benchmarks.streams;

import benchmarks.quick.ExcludedFromQuick;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import streams.LineProcessor;
import streams.Sequential;
import streams.WithEventLoop;
import streams.WithFlow;
import streams.WithReactor;
import streams.WithVirtualThreads;

/** The time per element, when 10,000 elements are handed over from a producer to a consumer, as fast as they can. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(StreamsBenchmark.ELEMENTS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@ExcludedFromQuick(because = "it has many rows, which differ in the capacity only")
public class StreamsBenchmark {

    static final int ELEMENTS = 10_000;

    private static final long SUM = ELEMENTS * (ELEMENTS - 1L) / 2;

    /** A plain queue or channel; 0 means that the consumer takes each element directly from the producer. */
    @State(Scope.Benchmark)
    public static class Queue {
        @Param({"0", "1", "16", "100", "1000"})
        int capacity;
    }

    /** How many lines a version of the lesson reads ahead. */
    @State(Scope.Benchmark)
    public static class Ahead {
        @Param({"1", "16", "1000"})
        int capacity;
    }

    @Benchmark
    public void queueOfPlatformThreads(Queue queue) throws Exception {
        check(new QueueHandOver(queue.capacity).sum(Thread.ofPlatform().factory(), ELEMENTS));
    }

    @Benchmark
    public void queueOfVirtualThreads(Queue queue) throws Exception {
        check(new QueueHandOver(queue.capacity).sum(Thread.ofVirtual().factory(), ELEMENTS));
    }

    @Benchmark
    public void kotlinChannel(Queue queue) {
        check(KotlinChannel.sum(queue.capacity, ELEMENTS));
    }

    /** Cuts the lines, and hands nothing over. */
    @Benchmark
    public void sequential() throws Exception {
        process(new Sequential());
    }

    @Benchmark
    public void virtualThreads(Ahead ahead) throws Exception {
        process(new WithVirtualThreads(ahead.capacity));
    }

    @Benchmark
    public void flow(Ahead ahead) throws Exception {
        process(new WithFlow(ahead.capacity));
    }

    @Benchmark
    public void eventLoop(Ahead ahead) throws Exception {
        process(new WithEventLoop(ahead.capacity));
    }

    @Benchmark
    public void reactor(Ahead ahead) throws Exception {
        process(new WithReactor(ahead.capacity));
    }

    private static void check(long sum) {
        if (sum != SUM) {
            throw new AssertionError("Expected the sum " + SUM + ", but it is " + sum);
        }
    }

    private static void process(LineProcessor version) throws Exception {
        var lines = new ShortLines(ELEMENTS);
        version.process(lines, lines);
        if (lines.handled() != ELEMENTS) {
            throw new AssertionError("Expected " + ELEMENTS + " lines, but there were " + lines.handled());
        }
    }
}
