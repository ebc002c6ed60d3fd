package blockingtheloop;

import java.util.List;
import java.util.concurrent.Executors;

/** Computes on a pool. As many threads as processors are enough: more of them only take turns. */
public final class WithThreadPool implements PrimeCounter {

    private final PrimeCounter counter;

    /** Each call computes on a pool of this many threads. */
    public WithThreadPool(int threads) {
        counter = new OnThreads(() -> Executors.newFixedThreadPool(threads));
    }

    @Override
    public List<Long> count(List<Integer> limits) throws Exception {
        return counter.count(limits);
    }

    static void main(String[] args) throws Exception {
        Limits.show(new WithThreadPool(threads(args)));
    }

    private static int threads(String... arguments) {
        if (arguments.length == 0) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (arguments[0].matches("[1-9]\\d?")) {
            return Integer.parseInt(arguments[0]);
        }
        throw new IllegalArgumentException("Unknown argument '" + arguments[0]
                + "'. After --, this version accepts a number of threads, 1 to 99.");
    }
}
