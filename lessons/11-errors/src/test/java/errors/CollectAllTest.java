package errors;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Collecting all results, failed ones too, in virtual time and under many schedules. */
class CollectAllTest {
    private static final int SCHEDULES = 100;
    private static final String SUMMARY = "Fetched 2 of 5, missing: /flights, /hotels, /offers";

    private final SimulatedWeb web = Example.simulated();

    @Test
    void invokeAllAndGetLoseTheResultsThatHaveArrived() throws Exception {
        var bodies = new ArrayList<String>();

        var run = VirtualTime.run(() -> assertThatThrownBy(() -> invokeAllAndGet(bodies))
                .isExactlyInstanceOf(ExecutionException.class)
                .hasCauseExactlyInstanceOf(StatusException.class));

        assertThat(run).took(ofSeconds(2));
        assertThat(bodies).containsExactly("The body of /weather");
    }

    private void invokeAllAndGet(List<String> bodies) throws Exception {
        var fetches = web.addresses().stream()
                .<Callable<String>>map(address -> () -> web.get(address))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var fetched : threads.invokeAll(fetches)) {
                bodies.add(fetched.get());
            }
        }
    }

    @Test
    void sequentialTakesTheSumOfAllTimes() throws Exception {
        assertThat(run(Versions.SEQUENTIAL, 0))
                .took(ofMillis(5_800))
                .printed(
                        "Fetched: /weather",
                        "Client error: /flights: status 404",
                        "Timeout: /hotels",
                        "Unexpected error: /offers: status 500",
                        "Fetched: /news",
                        SUMMARY);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    void concurrentVersionsTakeAsLongAsTheTimeout(Versions version) throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            assertThat(run(version, seed))
                    .took(ofSeconds(2))
                    .leftNothingRunning()
                    .printedAt(ofMillis(500), "Client error: /flights: status 404")
                    .printedAt(ofMillis(800), "Unexpected error: /offers: status 500")
                    .printedAt(ofMillis(1_000), "Fetched: /weather")
                    .printedAt(ofMillis(1_500), "Fetched: /news")
                    .printedAt(ofSeconds(2), "Timeout: /hotels", SUMMARY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyResultIsPairedWithItsAddress(Versions version) throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            List<Result> results = collect(version, seed);

            assertThat(results).extracting(Result::address).isEqualTo(web.addresses());
            assertThat(results.get(0))
                    .isEqualTo(new Result.Fetched(web.addresses().getFirst(), "The body of /weather"));
            assertThat(failure(results.get(1))).isExactlyInstanceOf(StatusException.class);
            assertThat(failure(results.get(2))).isExactlyInstanceOf(HttpTimeoutException.class);
            assertThat(failure(results.get(3))).isExactlyInstanceOf(StatusException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bugIsAnUnexpectedError(Versions version) throws Exception {
        web.add("/bug", ofSeconds(1), () -> {
            throw new IllegalStateException("no such city");
        });

        assertThat(collect(version, 0).getLast())
                .hasToString("Unexpected error: /bug: java.lang.IllegalStateException: no such city");
    }

    @ParameterizedTest
    @EnumSource
    void brokenConnectionIsAnUnexpectedError(Versions version) throws Exception {
        web.add("/broken", ofSeconds(1), () -> {
            throw new IOException("connection reset");
        });

        assertThat(collect(version, 0).getLast())
                .hasToString("Unexpected error: /broken: java.io.IOException: connection reset");
    }

    /** An OutOfMemoryError, for example, is no property of a page. */
    @ParameterizedTest
    @EnumSource
    void errorIsNotAResult(Versions version) throws Exception {
        web.add("/fatal", ofSeconds(1), () -> {
            throw new AssertionError("fatal");
        });

        VirtualTime.run(() -> assertThatThrownBy(() -> version.with(web).collectAll(web.addresses()))
                .satisfies(thrown -> assertThat(Failures.unwrapped(thrown)).isInstanceOf(AssertionError.class)));
    }

    @ParameterizedTest
    @EnumSource
    void interruptionIsNotAResult(Versions version) throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var thrown = new AtomicReference<Exception>();
            var run = new VirtualTime().seed(seed).start(() -> {
                var caller = Thread.ofVirtual().name("caller").start(() -> {
                    try {
                        version.with(web).collectAll(web.addresses());
                    } catch (Exception stopped) {
                        thrown.set(stopped);
                    }
                });
                Thread.sleep(ofMillis(400));
                caller.interrupt();
                caller.join();
            });

            assertThat(run).took(ofMillis(400)).leftNothingRunning().printed();
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        }
    }

    private VirtualRun run(Versions version, int seed) throws Exception {
        return new VirtualTime().seed(seed).start(() -> Example.COLLECT_ALL.run(version.with(web), web.addresses()));
    }

    private List<Result> collect(Versions version, int seed) throws Exception {
        var results = new AtomicReference<List<Result>>(List.of());
        List<URI> addresses = web.addresses();
        new VirtualTime().seed(seed).start(() -> results.set(version.with(web).collectAll(addresses)));
        return results.get();
    }

    private static Throwable failure(Result result) {
        return ((Result.Missing) result).failure();
    }
}
