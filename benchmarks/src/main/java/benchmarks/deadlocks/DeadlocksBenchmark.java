package benchmarks.deadlocks;

import benchmarks.quick.ExcludedFromQuick;
import deadlocks.Account;
import deadlocks.Bank;
import deadlocks.FixedOrder;
import deadlocks.NeverTwoLocks;
import deadlocks.OneOwner;
import deadlocks.Threads;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * One transfer between two accounts chosen at random, while another thread does the same: the cures of lesson 20. Those
 * with {@code tryLock} are left out: they sleep, for pauses long enough to watch.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@org.openjdk.jmh.annotations.Threads(2)
@State(Scope.Benchmark)
@ExcludedFromQuick(because = "the cost of a lock is a question of its own")
public class DeadlocksBenchmark {

    /** With two accounts, the threads always meet. With a hundred, rarely. */
    @Param({"2", "100"})
    public int accounts;

    private final Bank fixedOrder = new FixedOrder();
    private final Bank neverTwoLocks = new NeverTwoLocks();
    private final OneOwner oneOwner = new OneOwner(Threads.PLATFORM);
    private Account[] all;

    @Setup
    public void open() {
        all = IntStream.range(0, accounts)
                .mapToObj(number -> new Account(number, "Owner " + number, 0))
                .toArray(Account[]::new);
    }

    @Benchmark
    public void fixedOrder() throws InterruptedException {
        transfer(fixedOrder);
    }

    @Benchmark
    public void neverTwoLocks() throws InterruptedException {
        transfer(neverTwoLocks);
    }

    /** Each transfer is handed over to the thread that owns the accounts, and waits for it. */
    @Benchmark
    public void oneOwner() throws InterruptedException {
        transfer(oneOwner);
    }

    private void transfer(Bank bank) throws InterruptedException {
        var random = ThreadLocalRandom.current();
        int from = random.nextInt(accounts);
        int to = (from + 1 + random.nextInt(accounts - 1)) % accounts;
        bank.transfer(all[from], all[to], 1);
    }

    @TearDown
    public void close() {
        oneOwner.close();
    }
}
