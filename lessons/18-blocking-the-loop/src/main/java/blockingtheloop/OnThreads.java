package blockingtheloop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Computes each count on a thread of an executor. Each call creates one, and closes it. */
final class OnThreads implements PrimeCounter {

    private final Supplier<ExecutorService> executor;

    OnThreads(Supplier<ExecutorService> executor) {
        this.executor = executor;
    }

    @Override
    public List<Long> count(List<Integer> limits) throws Exception {
        var tasks = limits.stream()
                .<Callable<Long>>map(limit -> () -> Primes.below(limit))
                .toList();
        try (var threads = executor.get()) {
            var counts = new ArrayList<Long>();
            for (var count : threads.invokeAll(tasks)) {
                counts.add(count.get());
            }
            return counts;
        }
    }
}
