package blockingtheloop;

import java.util.List;

/** Counts prime numbers several times, and never waits. The articles use processes for such work. */
public interface PrimeCounter {

    /** Counts the primes below each limit, and returns the counts in the order of the limits. */
    List<Long> count(List<Integer> limits) throws Exception;
}
