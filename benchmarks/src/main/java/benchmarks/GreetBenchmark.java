package benchmarks;

import greet.Greeter;
import greet.Sequential;
import greet.WithEventLoop;
import greet.WithThreadPool;
import greet.WithVirtualThreads;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Lesson 01 with pauses of one millisecond: what a version takes beyond that millisecond is its own cost. The pool has
 * a thread for each guest.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class GreetBenchmark {
    private static final Duration PAUSE = Duration.ofMillis(1);

    @Param({"3", "1000"})
    public int guests;

    private List<String> names = List.of();
    private PrintStream out = System.out;

    @Setup(Level.Trial)
    public void invite() {
        names = IntStream.rangeClosed(1, guests).mapToObj(number -> "guest " + number).toList();
        out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream())); // a terminal would be all that is measured
    }

    @TearDown(Level.Trial)
    public void restoreOutput() {
        System.setOut(out);
    }

    @Benchmark
    public void sequential() throws Exception {
        greet(new Sequential());
    }

    @Benchmark
    public void threadPool() throws Exception {
        greet(new WithThreadPool(guests));
    }

    @Benchmark
    public void eventLoop() throws Exception {
        greet(new WithEventLoop());
    }

    @Benchmark
    public void virtualThreads() throws Exception {
        greet(new WithVirtualThreads());
    }

    private void greet(Greeter greeter) throws Exception {
        greeter.greetAll(names, PAUSE);
    }
}
