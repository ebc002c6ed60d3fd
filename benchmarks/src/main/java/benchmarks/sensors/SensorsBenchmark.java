package benchmarks.sensors;

import benchmarks.quick.ExcludedFromQuick;
import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import sensors.Device;
import sensors.Job;
import sensors.Metronome;
import sensors.MissedTicks;
import sensors.Robot;
import sensors.Sequential;
import sensors.WithEventLoop;
import sensors.WithThreadPool;
import sensors.WithVirtualThreads;

/**
 * The time of one tick, which counts and does nothing else. Four devices have 10,000 ticks together. All of them are
 * due already, so that nothing is measured but the way from one tick to the next.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SensorsBenchmark.DEVICES * SensorsBenchmark.TICKS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@ExcludedFromQuick(because = "what counts is how late a tick is, and not what it costs")
public class SensorsBenchmark {

    static final int DEVICES = 4;

    static final int TICKS = 2_500;

    /** Counts the ticks of a device. */
    private static final class Counter implements Job {
        private int ticks;

        @Override
        public void run() {
            ticks++;
        }

        @Override
        public CompletionStage<Void> runOn(EventLoop loop) {
            ticks++;
            return loop.completed(null);
        }
    }

    @Benchmark
    public void sequential() throws Exception {
        tick(new Sequential());
    }

    @Benchmark
    public void threadPool() throws Exception {
        tick(new WithThreadPool(DEVICES));
    }

    @Benchmark
    public void eventLoop() throws Exception {
        tick(new WithEventLoop());
    }

    @Benchmark
    public void virtualThreads() throws Exception {
        tick(new WithVirtualThreads());
    }

    private static void tick(Robot robot) throws Exception {
        List<Counter> counters =
                IntStream.range(0, DEVICES).mapToObj(device -> new Counter()).toList();
        robot.run(counters.stream().map(SensorsBenchmark::device).toList());
        for (Counter counter : counters) {
            if (counter.ticks != TICKS) {
                throw new AssertionError("Expected " + TICKS + " ticks, but there were " + counter.ticks);
            }
        }
    }

    /** A tick is due every nanosecond, and none may be skipped. */
    private static Device device(Counter counter) {
        var metronome = new Metronome(Duration.ofNanos(1), Duration.ofNanos(TICKS), MissedTicks.BURST);
        return new Device("counter", metronome, counter);
    }
}
