package benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Lesson 03: what the loop itself costs, beside the loops that others use. Each run fails if its result is wrong. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"})
public class EventLoopBenchmark {
    static final int STEPS = 1_000_000;
    static final int CALLBACKS = 100_000;
    static final int BALLS = 100_000;
    static final int SLEEPS = 10_000;
    static final int MESSAGES = 10_000;

    /** Tasks hand themselves to their own loop, in turn: callbacks. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void executeFromTheLoop(Loop loop, Tasks tasks) throws InterruptedException {
        var rota = new Rota(tasks.tasks, STEPS / tasks.tasks);
        loop.running.execute(() -> rota.start(loop.running));
        rota.await();
    }

    /** The same tasks, but at each step they wait for a future or are suspended: steps. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void waitForTheNextTurn(Loop loop, Tasks tasks) throws InterruptedException {
        var rota = new Rota(tasks.tasks, STEPS / tasks.tasks);
        loop.running.takeTurns(rota);
        rota.await();
    }

    /** Other threads hand callbacks to the loop as fast as they can: callbacks. */
    @Benchmark
    @OperationsPerInvocation(CALLBACKS)
    public void executeFromOtherThreads(Loop loop, Producers producers) throws InterruptedException {
        var counter = new CallCounter(CALLBACKS);
        producers.share(CALLBACKS, () -> loop.running.execute(counter));
        counter.await();
    }

    /** Ten thousand sleeps of a millisecond begun in one callback: sleeps. */
    @Benchmark
    @OperationsPerInvocation(SLEEPS)
    public void sleep(Loop loop) throws InterruptedException {
        var counter = new CallCounter(SLEEPS);
        loop.running.execute(() -> {
            for (int sleep = 0; sleep < SLEEPS; sleep++) {
                loop.running.sleep(Duration.ofMillis(1), counter);
            }
        });
        counter.await();
    }

    /**
     * Two tasks of the loop hand a number to each other, through its futures, queues or channels: times it is handed.
     */
    @Benchmark
    @OperationsPerInvocation(BALLS)
    public void pingPong(Loop loop) throws Exception {
        expect(BALLS, loop.running.pingPong(BALLS).get(Rota.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The same for two virtual threads, through queues. */
    @Benchmark
    @OperationsPerInvocation(BALLS)
    public void pingPongOnVirtualThreads() throws Exception {
        expect(BALLS, new VirtualThreadsPingPong().play(BALLS));
    }

    /** Connections send short messages and wait for their echoes: messages. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(MESSAGES)
    public void echo(Echo echo) throws IOException {
        echo.client.exchange(MESSAGES / echo.connections);
    }

    /** The same for two tasks of asyncio, through queues. */
    @Benchmark
    @OperationsPerInvocation(BALLS)
    public void pingPongOnAsyncio(InPython python) throws IOException {
        python.asyncio.run();
    }

    private static void expect(int expected, int result) {
        if (result != expected) {
            throw new AssertionError("expected " + expected + ", got " + result);
        }
    }

    /** The loop that is measured. */
    @State(Scope.Benchmark)
    public static class Loop {
        @Param
        public Peer loop;

        private RunningLoop running;

        @Setup
        public void start() {
            running = loop.start();
        }

        @TearDown
        public void stop() throws InterruptedException, ExecutionException {
            running.stop();
        }
    }

    /** How many take turns. */
    @State(Scope.Benchmark)
    public static class Tasks {
        @Param({"2", "100", "10000"})
        public int tasks;
    }

    /** The threads that hand callbacks to the loop. */
    @State(Scope.Benchmark)
    public static class Producers {
        @Param({"1", "2"})
        public int producers;

        private ExecutorService threads;

        @Setup
        public void start() {
            threads = Executors.newFixedThreadPool(producers);
        }

        @TearDown
        public void stop() {
            threads.close();
        }

        void share(int calls, Runnable call) {
            for (int producer = 0; producer < producers; producer++) {
                threads.execute(() -> {
                    for (int left = calls / producers; left > 0; left--) {
                        call.run();
                    }
                });
            }
        }
    }

    /** Two tasks of asyncio. */
    @State(Scope.Benchmark)
    public static class InPython {
        private Asyncio asyncio;

        @Setup
        public void start() throws IOException {
            asyncio = Asyncio.compared("ping_pong", 3, List.of("3 balls"), BALLS);
        }

        @TearDown
        public void stop() throws IOException {
            asyncio.close();
        }
    }

    /** An echo server and its client. */
    @State(Scope.Benchmark)
    public static class Echo {
        @Param
        public EchoServers server;

        @Param({"1", "100", "1000"})
        public int connections;

        private EchoServer running;
        private EchoClient client;

        @Setup
        public void start() throws IOException {
            running = server.start();
            client = new EchoClient(running.port(), connections);
        }

        @TearDown
        public void stop() throws IOException, InterruptedException, ExecutionException {
            client.close();
            running.stop();
        }
    }
}
