package blockingtheloop;

import java.util.stream.LongStream;

/** Counts prime numbers, a computation that never waits. */
public final class Primes {
    private Primes() {}

    /** Counts the primes below {@code limit}. */
    public static long below(int limit) {
        return LongStream.range(2, limit).filter(Primes::isPrime).count();
    }

    private static boolean isPrime(long number) {
        for (long divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}
