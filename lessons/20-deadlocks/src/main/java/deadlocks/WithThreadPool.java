package deadlocks;

import java.util.Arrays;
import java.util.concurrent.Executors;

/** Wrong on purpose: tasks wait for tasks that are queued behind them in the same pool. */
final class WithThreadPool {
    private WithThreadPool() {}

    /** Uses a pool of two threads, or of the size in the first argument. */
    static void main(String[] args) throws Exception {
        boolean hasSize = args.length > 0 && args[0].matches("[1-9]\\d?");
        int size = hasSize ? Integer.parseInt(args[0]) : 2;
        run(size, Threads.named(hasSize ? Arrays.copyOfRange(args, 1, args.length) : args));
    }

    static void run(int size, Threads threads) throws Exception {
        try (var pool = Executors.newFixedThreadPool(size, threads.workers())) {
            IO.println("Total: " + new Branches(pool).total());
        }
    }
}
