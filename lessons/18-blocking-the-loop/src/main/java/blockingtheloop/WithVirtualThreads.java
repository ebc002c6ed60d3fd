package blockingtheloop;

import java.util.List;
import java.util.concurrent.Executors;

/** Computes each count on a virtual thread. They run on as many carriers as there are processors. */
public final class WithVirtualThreads implements PrimeCounter {

    private final PrimeCounter counter = new OnThreads(Executors::newVirtualThreadPerTaskExecutor);

    @Override
    public List<Long> count(List<Integer> limits) throws Exception {
        return counter.count(limits);
    }

    static void main() throws Exception {
        Limits.show(new WithVirtualThreads());
    }
}
