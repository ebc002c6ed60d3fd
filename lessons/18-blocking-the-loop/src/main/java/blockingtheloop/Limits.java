package blockingtheloop;

import java.util.Collections;
import java.util.List;

/** What every version computes: the primes below a million, eight times. */
final class Limits {

    static final List<Integer> EXAMPLE = Collections.nCopies(8, 1_000_000);

    private Limits() {}

    static void show(PrimeCounter version) throws Exception {
        IO.println("Counted "
                + version.count(EXAMPLE).stream().mapToLong(count -> count).sum() + " primes");
    }
}
