package blockingtheloop;

import java.util.List;

/** Computes several times, and never waits. The articles use processes for that. */
public interface PrimeCounter {

    /** Counts the primes below each limit, and returns the counts in the order of the limits. */
    List<Long> count(List<Integer> limits) throws Exception;
}
