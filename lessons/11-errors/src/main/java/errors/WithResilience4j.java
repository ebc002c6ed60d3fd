package errors;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.URI;
import java.time.Duration;

/** The same retries with resilience4j, a library for programs in production. */
public final class WithResilience4j implements Web {

    private final Web web;
    private final Retry retry;

    /** {@code backoff} is the first pause without jitter. */
    public WithResilience4j(Web web, int attempts, Duration backoff) {
        this.web = web;
        this.retry = Retry.of(
                "web",
                RetryConfig.custom()
                        .maxAttempts(attempts)
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(backoff, 2.0, 0.5))
                        .retryOnException(Transient::test)
                        .build());
    }

    @Override
    public String get(URI address) throws Exception {
        return retry.executeCallable(() -> web.get(address));
    }

    static void main() throws Exception {
        RetryExample.run(web -> new WithResilience4j(web, 4, RetryExample.BACKOFF));
    }
}
