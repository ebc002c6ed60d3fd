package errors;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualTime;
import io.github.resilience4j.retry.Retry;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Retries by hand and by a library, in virtual time. */
class RetryTest {
    private static final URI ADDRESS = SimulatedWeb.address("/weather");
    private static final Duration BACKOFF = ofMillis(500);
    /** Each pause is 50 % of its length without jitter. */
    private static final RandomGenerator SHORTEST = () -> 0;

    enum Versions {
        BY_HAND {
            @Override
            Web with(Web web, int attempts) {
                return new WithRetry(web, attempts, BACKOFF, new Random(1));
            }
        },
        RESILIENCE4J {
            @Override
            Web with(Web web, int attempts) {
                return new WithResilience4j(web, attempts, BACKOFF);
            }
        };

        abstract Web with(Web web, int attempts);
    }

    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest
    @EnumSource
    void succeedsOnServerThatFailsTwice(Versions version) throws Exception {
        Web web = version.with(failing(2, 503), 4);

        var run = VirtualTime.run(() -> assertThat(web.get(ADDRESS)).isEqualTo("sunny"));

        assertThat(attempts).hasValue(3);
        assertThat(run.elapsed())
                .as("500 ms and 1 s, each with jitter of 50 %")
                .isBetween(ofMillis(750), ofMillis(2_250));
    }

    @Test
    void pauseDoublesAfterEachFailure() throws Exception {
        var web = new WithRetry(failing(3, 503), 4, BACKOFF, SHORTEST);

        assertThat(VirtualTime.run(() -> web.get(ADDRESS))).took(ofMillis(250 + 500 + 1_000));
    }

    @ParameterizedTest
    @EnumSource
    void throwsLastFailureAfterTheLastAttempt(Versions version) throws Exception {
        Web web = version.with(failing(100, 503), 4);

        VirtualTime.run(() -> assertThatThrownBy(() -> web.get(ADDRESS))
                .isExactlyInstanceOf(StatusException.class)
                .hasMessage("/weather: status 503")
                .hasNoSuppressedExceptions());

        assertThat(attempts).hasValue(4);
    }

    @ParameterizedTest
    @EnumSource
    void neverRetriesClientError(Versions version) throws Exception {
        Web web = version.with(failing(2, 404), 4);

        assertThat(VirtualTime.run(
                        () -> assertThatThrownBy(() -> web.get(ADDRESS)).hasMessage("/weather: status 404")))
                .took(ZERO);
        assertThat(attempts).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void retriesTooManyRequestsAndTimeouts(Versions version) throws Exception {
        VirtualTime.run(() -> version.with(failing(1, 429), 4).get(ADDRESS));
        assertThat(attempts).hasValue(2);

        attempts.set(0);
        Web timedOut = failing(1, () -> {
            throw new HttpTimeoutException("request timed out");
        });
        VirtualTime.run(() -> version.with(timedOut, 4).get(ADDRESS));
        assertThat(attempts).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource
    void neverRetriesBugInTheProgram(Versions version) throws Exception {
        Web web = failing(1, () -> {
            throw new IllegalStateException("a bug");
        });

        VirtualTime.run(() ->
                assertThatThrownBy(() -> version.with(web, 4).get(ADDRESS)).hasMessage("a bug"));
        assertThat(attempts).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void neverRetriesAnInterruptedFetch(Versions version) throws Exception {
        Web web = failing(1, () -> {
            Thread.sleep(ofSeconds(10));
            return "not reached";
        });

        var run = VirtualTime.run(() -> interruptedAfter(ofSeconds(1), version.with(web, 4)));

        assertThat(run).took(ofSeconds(1)).printed("InterruptedException");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void interruptDuringThePauseIsThrown() throws Exception {
        assertThat(VirtualTime.run(() -> interruptedAfter(ofMillis(100), Versions.BY_HAND.with(failing(9, 503), 4))))
                .took(ofMillis(100))
                .printed("InterruptedException");
    }

    /** The library throws the last failure and sets the flag. */
    @Test
    void libraryKeepsInterruptDuringThePauseInTheFlag() throws Exception {
        assertThat(VirtualTime.run(
                        () -> interruptedAfter(ofMillis(100), Versions.RESILIENCE4J.with(failing(9, 503), 4))))
                .took(ofMillis(100))
                .printed("StatusException, and the flag is set");
    }

    /** Its default is to retry after any exception. */
    @Test
    void libraryWithItsDefaultsRetriesAnInterruptedFetch() throws Exception {
        var retry = Retry.ofDefaults("web");
        Callable<String> interrupted = () -> {
            attempts.incrementAndGet();
            throw new InterruptedException();
        };

        VirtualTime.run(() ->
                assertThatThrownBy(() -> retry.executeCallable(interrupted)).isInstanceOf(InterruptedException.class));

        assertThat(attempts).hasValue(3);
    }

    /** A server that was overloaded would be overloaded again. */
    @Test
    void withoutJitterAllClientsTryAgainAtTheSameMoment() throws Exception {
        assertThat(secondAttempts(client -> SHORTEST)).hasSize(100).containsOnly(ofMillis(250));
    }

    @Test
    void jitterSpreadsTheAttemptsOfManyClients() throws Exception {
        List<Duration> attempts = secondAttempts(Random::new);

        assertThat(attempts)
                .hasSize(100)
                .doesNotHaveDuplicates()
                .allSatisfy(moment -> assertThat(moment).isBetween(ofMillis(250), ofMillis(750)));
    }

    /** When a hundred clients, whose first requests fail at the same moment, send their second ones. */
    private static List<Duration> secondAttempts(java.util.function.IntFunction<RandomGenerator> random)
            throws Exception {
        var moments = new AtomicReference<List<Duration>>(List.of());
        VirtualTime.run(() -> {
            long begin = System.nanoTime();
            var clients = new ArrayList<Callable<Duration>>();
            for (int client = 0; client < 100; client++) {
                var moment = new AtomicReference<>(ZERO);
                var requests = new AtomicInteger();
                Web web = address -> {
                    if (requests.incrementAndGet() == 1) {
                        throw new StatusException(address, 503);
                    }
                    moment.set(Duration.ofNanos(System.nanoTime() - begin));
                    return "sunny";
                };
                var retrying = new WithRetry(web, 2, BACKOFF, random.apply(client));
                clients.add(() -> {
                    retrying.get(ADDRESS);
                    return moment.get();
                });
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var seconds = new ArrayList<Duration>();
                for (var client : threads.invokeAll(clients)) {
                    seconds.add(client.get());
                }
                moments.set(seconds);
            }
        });
        return moments.get();
    }

    private static void interruptedAfter(Duration delay, Web web) throws InterruptedException {
        Thread client = Thread.ofVirtual().name("client").start(() -> {
            try {
                web.get(ADDRESS);
            } catch (Exception failure) {
                IO.println(failure.getClass().getSimpleName()
                        + (Thread.currentThread().isInterrupted() ? ", and the flag is set" : ""));
            }
        });
        Thread.sleep(delay);
        client.interrupt();
        client.join();
    }

    private Web failing(int times, int status) {
        return failing(times, () -> {
            throw new StatusException(ADDRESS, status);
        });
    }

    /** Fails for this many requests, and then answers. */
    private Web failing(int times, Callable<String> failure) {
        return address -> attempts.incrementAndGet() <= times ? failure.call() : "sunny";
    }
}
