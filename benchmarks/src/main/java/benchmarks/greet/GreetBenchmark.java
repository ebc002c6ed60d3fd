package benchmarks.greet;

import benchmarks.output.StandardOutput;
import benchmarks.python.Asyncio;
import greet.Greeter;
import greet.Sequential;
import greet.WithEventLoop;
import greet.WithThreadPool;
import greet.WithVirtualThreads;
import java.io.IOException;
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
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class GreetBenchmark {
    private static final Duration PAUSE = Duration.ofMillis(1);

    @Benchmark
    public void sequential(Guests guests) throws Exception {
        guests.greet(new Sequential());
    }

    @Benchmark
    public void threadPool(Guests guests) throws Exception {
        guests.greet(new WithThreadPool(guests.guests));
    }

    @Benchmark
    public void eventLoop(Guests guests) throws Exception {
        guests.greet(new WithEventLoop());
    }

    @Benchmark
    public void virtualThreads(Guests guests) throws Exception {
        guests.greet(new WithVirtualThreads());
    }

    @Benchmark
    public void asyncio(AsyncioGreetings python, Guests guests) throws IOException {
        python.asyncio.run(guests.guests);
    }

    /** The guests. Nothing is measured unless all versions print the same greetings. */
    @State(Scope.Benchmark)
    public static class Guests {
        @Param({"3", "1000"})
        public int guests;

        private final StandardOutput output = new StandardOutput();
        private List<String> names = List.of();
        private List<String> linesOfThree = List.of();

        @Setup(Level.Trial)
        public void invite() throws Exception {
            names = names(guests);
            linesOfThree = output.<Greeter>compare(
                    greeter -> greeter.greetAll(names(3), PAUSE),
                    new Sequential(),
                    new WithThreadPool(3),
                    new WithEventLoop(),
                    new WithVirtualThreads());
            output.mute();
        }

        private static List<String> names(int count) {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(number -> "guest " + number)
                    .toList();
        }

        @TearDown(Level.Trial)
        public void restoreOutput() {
            output.restore();
        }

        void greet(Greeter greeter) throws Exception {
            greeter.greetAll(names, PAUSE);
        }
    }

    /** The same with asyncio. */
    @State(Scope.Benchmark)
    public static class AsyncioGreetings {
        private Asyncio asyncio;

        @Setup(Level.Trial)
        public void start(Guests guests) throws IOException {
            asyncio = Asyncio.workload("greet");
            asyncio.check(3, guests.linesOfThree);
        }

        @TearDown(Level.Trial)
        public void stop() {
            asyncio.close();
        }
    }
}
