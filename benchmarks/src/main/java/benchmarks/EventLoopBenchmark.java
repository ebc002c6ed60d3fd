package benchmarks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
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

/** Lesson 03: what the loop itself costs, beside Netty's and the JDK's single-threaded scheduled executor. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = {"--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"})
public class EventLoopBenchmark {
    static final int CALLBACKS = 100_000;
    static final int SLEEPS = 10_000;

    @Param
    public Peer loop = Peer.INTERLEAVE;

    private RunningLoop running = RunningLoop.NONE;

    @Setup
    public void start() {
        running = loop.start();
    }

    @TearDown
    public void stop() throws Exception {
        running.stop();
    }

    /** A callback hands itself to its own loop, while 99 others do the same: time a callback. */
    @Benchmark
    @OperationsPerInvocation(CALLBACKS)
    public void executeFromTheLoop() throws InterruptedException {
        var relay = new Relay(running, CALLBACKS);
        running.execute(() -> {
            for (int task = 0; task < 100; task++) {
                running.execute(relay);
            }
        });
        relay.done.await();
    }

    /** Another thread hands callbacks to the loop as fast as it can: time a callback. */
    @Benchmark
    @OperationsPerInvocation(CALLBACKS)
    public void executeFromAnotherThread() throws InterruptedException {
        var countdown = new Countdown(CALLBACKS);
        for (int callback = 0; callback < CALLBACKS; callback++) {
            running.execute(countdown);
        }
        countdown.done.await();
    }

    /** Ten thousand sleeps of a millisecond begun in one callback: time a sleep. */
    @Benchmark
    @OperationsPerInvocation(SLEEPS)
    public void sleep() throws InterruptedException {
        var countdown = new Countdown(SLEEPS);
        running.execute(() -> {
            for (int sleep = 0; sleep < SLEEPS; sleep++) {
                running.sleep(Duration.ofMillis(1), countdown);
            }
        });
        countdown.done.await();
    }

    /** Runs on one thread only, the loop's. */
    private static class Countdown implements Runnable {
        final CountDownLatch done = new CountDownLatch(1);
        int left;

        Countdown(int left) {
            this.left = left;
        }

        @Override
        public void run() {
            if (--left == 0) {
                done.countDown();
            }
        }
    }

    private static final class Relay extends Countdown {
        private final RunningLoop loop;

        Relay(RunningLoop loop, int hops) {
            super(hops);
            this.loop = loop;
        }

        @Override
        public void run() {
            super.run();
            if (left > 0) {
                loop.execute(this);
            }
        }
    }
}
