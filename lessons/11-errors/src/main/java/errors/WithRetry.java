package errors;

import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * A web that tries again after a failure that may pass, at most {@code attempts} times in all. The pause before the
 * next attempt doubles each time (backoff), and is 50 to 150 % of that (jitter).
 */
public final class WithRetry implements Web {

    private final Web web;
    private final int attempts;
    private final Duration backoff;
    private final RandomGenerator random;

    /**
     * {@code backoff} is the first pause without jitter. If several threads fetch, {@code random} must be thread-safe,
     * as {@link Random} is.
     */
    public WithRetry(Web web, int attempts, Duration backoff, RandomGenerator random) {
        this.web = web;
        this.attempts = attempts;
        this.backoff = backoff;
        this.random = random;
    }

    @Override
    public String get(URI address) throws Exception {
        Duration pause = backoff;
        for (int attempt = 1; attempt < attempts; attempt++) {
            try {
                return web.get(address);
            } catch (Exception failure) {
                if (!Transient.test(failure)) {
                    throw failure;
                }
                Thread.sleep(withJitter(pause));
                pause = pause.multipliedBy(2);
            }
        }
        return web.get(address);
    }

    private Duration withJitter(Duration pause) {
        return Duration.ofNanos((long) (pause.toNanos() * random.nextDouble(0.5, 1.5)));
    }

    static void main() throws Exception {
        RetryExample.run(web -> new WithRetry(web, 4, RetryExample.BACKOFF, new Random()));
    }
}
