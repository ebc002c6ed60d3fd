package deadlocks;

import static java.time.Duration.ofMillis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Adds the balances of a bank with two branches. Each branch is a task, which starts a task for each account. */
public final class Branches {
    private static final Duration READ = ofMillis(200);
    private static final List<List<Integer>> BALANCES = List.of(List.of(100, 200), List.of(300, 400));

    private final ExecutorService executor;

    /** Runs all tasks with this executor. */
    public Branches(ExecutorService executor) {
        this.executor = executor;
    }

    /** The sum of all balances, in euros. */
    public int total() throws InterruptedException, ExecutionException {
        return sum(BALANCES.stream().map(this::branch).toList());
    }

    private Callable<Integer> branch(List<Integer> balances) {
        return () -> {
            Thread.sleep(READ);
            return sum(balances.stream().map(Branches::account).toList());
        };
    }

    private static Callable<Integer> account(int balance) {
        return () -> {
            Thread.sleep(READ);
            return balance;
        };
    }

    private int sum(List<Callable<Integer>> tasks) throws InterruptedException, ExecutionException {
        var results = new ArrayList<Future<Integer>>();
        for (Callable<Integer> task : tasks) {
            results.add(executor.submit(task));
        }
        int sum = 0;
        for (Future<Integer> result : results) {
            sum += result.get();
        }
        return sum;
    }
}
