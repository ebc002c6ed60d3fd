package blockingtheloop;

import java.util.Collections;
import java.util.List;

/** What every version computes: the primes below 500,000, eight times. */
final class Limits {

    static final List<Integer> EXAMPLE = Collections.nCopies(8, 500_000);

    private Limits() {}

    static void show(PrimeCounter version) throws Exception {
        IO.println("Counted "
                + version.count(EXAMPLE).stream().mapToLong(count -> count).sum() + " primes");
    }
}
