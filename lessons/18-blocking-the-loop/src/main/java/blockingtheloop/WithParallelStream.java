package blockingtheloop;

import java.util.List;

/** Computes on the common pool, a {@link java.util.concurrent.ForkJoinPool}, and on the calling thread. */
public final class WithParallelStream implements PrimeCounter {

    @Override
    public List<Long> count(List<Integer> limits) {
        return limits.parallelStream().map(Primes::below).toList();
    }

    static void main() throws Exception {
        Limits.show(new WithParallelStream());
    }
}
