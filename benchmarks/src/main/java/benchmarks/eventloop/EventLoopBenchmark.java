package benchmarks.eventloop;

import benchmarks.echo.EchoClient;
import benchmarks.echo.EchoServer;
import benchmarks.echo.EchoServers;
import benchmarks.peers.CallCounter;
import benchmarks.peers.PeerLoop;
import benchmarks.peers.RoundRobin;
import benchmarks.peers.RunningLoop;
import benchmarks.python.Asyncio;
import benchmarks.quick.ExcludedFromQuick;
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

/** Lesson 03: the cost of the loop itself, compared with its peers. Each run fails if its result is wrong. */
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
    static final int HANDOFFS = 100_000;
    static final int SLEEPS = 10_000;
    static final int MESSAGES = 10_000;

    /** Tasks schedule themselves again on their own loop, in turn: callbacks. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    @ExcludedFromQuick(because = "they measure inner parts of the loop")
    public void executeFromTheLoop(MeasuredLoop loop, TaskCount tasks) throws InterruptedException {
        var turns = new RoundRobin(tasks.tasks, STEPS / tasks.tasks);
        loop.running.execute(() -> turns.start(loop.running));
        turns.await();
    }

    /** The same tasks, but in each step they wait for a future or are suspended: steps. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    @ExcludedFromQuick(because = "they measure inner parts of the loop")
    public void waitForTheNextTurn(MeasuredLoop loop, TaskCount tasks) throws InterruptedException {
        var turns = new RoundRobin(tasks.tasks, STEPS / tasks.tasks);
        loop.running.takeTurns(turns);
        turns.await();
    }

    /** Other threads submit callbacks to the loop as fast as they can: callbacks. */
    @Benchmark
    @OperationsPerInvocation(CALLBACKS)
    @ExcludedFromQuick(because = "they measure inner parts of the loop")
    public void executeFromOtherThreads(MeasuredLoop loop, Producers producers) throws InterruptedException {
        var counter = new CallCounter(CALLBACKS);
        producers.share(CALLBACKS, () -> loop.running.execute(counter));
        counter.await();
    }

    /** Ten thousand sleeps of a millisecond, started in one callback: sleeps. */
    @Benchmark
    @OperationsPerInvocation(SLEEPS)
    @ExcludedFromQuick(because = "they measure inner parts of the loop")
    public void sleep(MeasuredLoop loop) throws InterruptedException {
        var counter = new CallCounter(SLEEPS);
        loop.running.execute(() -> {
            for (int sleep = 0; sleep < SLEEPS; sleep++) {
                loop.running.sleep(Duration.ofMillis(1), counter);
            }
        });
        counter.await();
    }

    /** Two tasks of the loop hand a number to each other, through its futures, queues or channels: handoffs. */
    @Benchmark
    @OperationsPerInvocation(HANDOFFS)
    public void pingPong(MeasuredLoop loop) throws Exception {
        expect(HANDOFFS, loop.running.pingPong(HANDOFFS).get(RunningLoop.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The same for two virtual threads, through queues. */
    @Benchmark
    @OperationsPerInvocation(HANDOFFS)
    public void pingPongOnVirtualThreads() throws Exception {
        expect(HANDOFFS, new VirtualThreadsPingPong().play(HANDOFFS));
    }

    /** Connections send short messages and wait for their echoes: messages. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(MESSAGES)
    @ExcludedFromQuick(because = "they measure inner parts of the loop")
    public void echo(EchoPair echo) throws IOException {
        echo.client.exchange(MESSAGES / echo.connections);
    }

    /** The same for two tasks of asyncio, through queues. */
    @Benchmark
    @OperationsPerInvocation(HANDOFFS)
    public void pingPongOnAsyncio(AsyncioPingPong python) throws IOException {
        python.asyncio.run(HANDOFFS);
    }

    private static void expect(int expected, int result) {
        if (result != expected) {
            throw new AssertionError("Expected " + expected + ", but got " + result);
        }
    }

    /** The loop that is measured. */
    @State(Scope.Benchmark)
    public static class MeasuredLoop {
        @Param
        public PeerLoop loop;

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

    /** The number of tasks that take turns. */
    @State(Scope.Benchmark)
    public static class TaskCount {
        @Param({"2", "100", "10000"})
        public int tasks;
    }

    /** The threads that submit callbacks to the loop. */
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
    public static class AsyncioPingPong {
        private Asyncio asyncio;

        @Setup
        public void start() throws IOException {
            asyncio = Asyncio.workload("ping_pong");
            asyncio.check(3, List.of("3 balls"));
        }

        @TearDown
        public void stop() {
            asyncio.close();
        }
    }

    /** An echo server and its client. */
    @State(Scope.Benchmark)
    public static class EchoPair {
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
