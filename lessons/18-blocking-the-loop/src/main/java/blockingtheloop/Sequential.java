package blockingtheloop;

import java.util.List;

/** Computes one count after the other. */
public final class Sequential implements PrimeCounter {

    @Override
    public List<Long> count(List<Integer> limits) {
        return limits.stream().map(Primes::below).toList();
    }

    static void main() throws Exception {
        Limits.show(new Sequential());
    }
}
