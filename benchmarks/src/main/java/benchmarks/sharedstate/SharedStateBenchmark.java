package benchmarks.sharedstate;

import benchmarks.quick.ExcludedFromQuick;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One increment of a counter, by one thread and by two at the same time. {@code plain} is wrong with two threads: it
 * shows what the others pay for being right.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
@ExcludedFromQuick(because = "the cost of a lock is a question of its own")
public class SharedStateBenchmark {
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong atomic = new AtomicLong();
    private final LongAdder adder = new LongAdder();
    private long plain;
    private volatile long visible;
    private long guarded;
    private long locked;

    @Benchmark
    public long plain() {
        return ++plain;
    }

    @Benchmark
    @SuppressWarnings("NonAtomicVolatileUpdate") // measured as it is often written
    public long volatileField() {
        return ++visible;
    }

    @Benchmark
    public long atomicLong() {
        return atomic.incrementAndGet();
    }

    @Benchmark
    public void longAdder() {
        adder.increment();
    }

    @Benchmark
    public synchronized long synchronizedMethod() {
        return ++guarded;
    }

    @Benchmark
    public long reentrantLock() {
        lock.lock();
        try {
            return ++locked;
        } finally {
            lock.unlock();
        }
    }

    @Benchmark
    @Threads(2)
    public long plainByTwo() {
        return plain();
    }

    @Benchmark
    @Threads(2)
    public long atomicLongByTwo() {
        return atomicLong();
    }

    @Benchmark
    @Threads(2)
    public void longAdderByTwo() {
        longAdder();
    }

    @Benchmark
    @Threads(2)
    public long synchronizedMethodByTwo() {
        return synchronizedMethod();
    }

    @Benchmark
    @Threads(2)
    public long reentrantLockByTwo() {
        return reentrantLock();
    }
}
