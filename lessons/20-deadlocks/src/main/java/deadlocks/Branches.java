package deadlocks;

import static java.time.Duration.ofMillis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Adds up the balances of two branches. Each branch is a task, which submits a task for each of its accounts. */
public final class Branches {
    private static final Duration READ = ofMillis(200);
    private static final List<List<Integer>> BALANCES = List.of(List.of(100, 200), List.of(300, 400));

    private final Sum sum;

    /** Runs tasks, and adds their results. */
    @FunctionalInterface
    public interface Sum {
        /** Returns when all tasks have ended. */
        int of(List<Callable<Integer>> tasks) throws Exception;
    }

    /** Runs all tasks with this executor. */
    public Branches(ExecutorService executor) {
        this(tasks -> sum(executor, tasks));
    }

    /** Runs all tasks in this way. */
    public Branches(Sum sum) {
        this.sum = sum;
    }

    /** Returns the sum of all balances, in euros. */
    public int total() throws Exception {
        return sum.of(BALANCES.stream().map(this::branch).toList());
    }

    private Callable<Integer> branch(List<Integer> balances) {
        return () -> {
            Thread.sleep(READ);
            return sum.of(balances.stream().map(Branches::account).toList());
        };
    }

    private static Callable<Integer> account(int balance) {
        return () -> {
            Thread.sleep(READ);
            return balance;
        };
    }

    private static int sum(ExecutorService executor, List<Callable<Integer>> tasks) throws Exception {
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
