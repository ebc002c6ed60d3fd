package errors;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Failing fast, in virtual time and under many schedules. */
class FailFastTest {
    private static final int SCHEDULES = 100;

    private final AtomicReference<Throwable> thrown = new AtomicReference<>();

    @Test
    void sequentialStartsNoFetchAfterTheFailure() throws Exception {
        assertThat(run(Example.simulated(), Versions.SEQUENTIAL))
                .took(ofMillis(1_500))
                .printed("Failed: /flights: status 404");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    void concurrentVersionsFailAtTheFirstFailure(Versions version) throws Exception {
        assertThat(run(Example.simulated(), version))
                .took(ofMillis(500))
                .leftNothingRunning()
                .printed("Failed: /flights: status 404");
    }

    @ParameterizedTest
    @EnumSource
    void returnsBodiesInOrderOfAddresses(Versions version) throws Exception {
        var web = new SimulatedWeb()
                .page("/slow", ofSeconds(3))
                .page("/fast", ofSeconds(1))
                .page("/middling", ofSeconds(2));
        for (int seed = 0; seed < SCHEDULES; seed++) {
            new VirtualTime()
                    .seed(seed)
                    .start(() -> assertThat(version.with(web).failFast(web.addresses()))
                            .containsExactly("The body of /slow", "The body of /fast", "The body of /middling"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void throwsExceptionOfTheFetchItself(Versions version) throws Exception {
        failFast(version.with(Example.simulated()), Example.simulated().addresses(), 0);

        assertThat(thrown.get()).isExactlyInstanceOf(StatusException.class).hasNoSuppressedExceptions();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    void stopsOtherFetchesAndWaitsForTheirCleanUp(Versions version) throws Exception {
        var web = new CleaningWeb(ofMillis(500), ofMillis(300));
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var run = failFast(version.with(web), List.of(CleaningWeb.HANGING, CleaningWeb.FAILING), seed);

            assertThat(run).took(ofMillis(800)).leftNothingRunning().printed("Cleaned up");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    void failureOfStoppedFetchIsSuppressed(Versions version) throws Exception {
        var web = new CleaningWeb(ofMillis(500), ofMillis(300));
        for (int seed = 0; seed < SCHEDULES; seed++) {
            failFast(version.with(web), List.of(CleaningWeb.HANGING, CleaningWeb.FAILING), seed);

            assertThat(thrown.get()).isInstanceOf(StatusException.class);
            assertThat(thrown.get().getSuppressed())
                    .singleElement()
                    .satisfies(other -> assertThat(other).hasMessage("the connection cannot be closed"));
        }
    }

    /** Both fail at 500 ms. If the first stops the second at that moment, only one has failed. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    void noneOfTwoFailuresAtOnceIsLost(Versions version) throws Exception {
        var seen = new ArrayList<Integer>();
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var happened = new CopyOnWriteArrayList<Throwable>();
            var web = new SimulatedWeb().page("/hotels", ofSeconds(2));
            for (String path : List.of("/weather", "/flights")) {
                web.add(path, ofMillis(500), () -> {
                    var failure = new StatusException(SimulatedWeb.address(path), 404);
                    happened.add(failure);
                    throw failure;
                });
            }

            assertThat(failFast(version.with(web), web.addresses(), seed)).took(ofMillis(500));

            assertThat(Stream.concat(
                            Stream.of(thrown.get()), Stream.of(thrown.get().getSuppressed())))
                    .containsExactlyInAnyOrderElementsOf(happened);
            seen.add(happened.size());
        }
        if (version == Versions.EVENT_LOOP) {
            assertThat(seen)
                    .as("the first failure cancels the second fetch in the same turn")
                    .containsOnly(1);
        } else {
            assertThat(seen).contains(1, 2);
        }
    }

    /** The thread of the failed fetch may take the next one from the queue before the pool is shut down. */
    @Test
    void poolStartsAtMostOneQueuedFetchAfterTheFailure() throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var started = new AtomicInteger();
            SimulatedWeb web = Example.simulated();
            Web counting = address -> {
                started.incrementAndGet();
                return web.get(address);
            };

            assertThat(failFast(new WithThreadPool(counting, 2), web.addresses(), seed))
                    .took(ofMillis(500));
            assertThat(started).hasValueLessThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void interruptionStopsAllFetchesAndIsNotWrapped(Versions version) throws Exception {
        var web = new SimulatedWeb().page("/weather", ofSeconds(2)).page("/news", ofSeconds(3));
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var run = new VirtualTime().seed(seed).start(() -> {
                var caller =
                        Thread.ofVirtual().name("caller").start(() -> catching(version.with(web), web.addresses()));
                Thread.sleep(ofSeconds(1));
                caller.interrupt();
                caller.join();
            });

            assertThat(run).took(ofSeconds(1)).leftNothingRunning();
            assertThat(thrown.get())
                    .isExactlyInstanceOf(InterruptedException.class)
                    .hasNoSuppressedExceptions();
        }
    }

    /** This is why the versions with an executor interrupt its threads, and do not cancel futures. */
    @Test
    void cancelledFutureIsDoneBeforeItsTaskAndLosesTheException() throws Exception {
        var web = new CleaningWeb(ofMillis(500), ofMillis(300));
        var run = VirtualTime.run(() -> {
            Future<String> fetch;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                fetch = threads.submit(() -> web.get(CleaningWeb.HANGING));
                Thread.sleep(ofMillis(100));
                fetch.cancel(true);
                IO.println("Done: " + fetch.isDone());
            }
            IO.println(fetch.state());
        });

        assertThat(run)
                .printed("Done: true", "Cleaned up", "CANCELLED")
                .printedAt(ofMillis(100), "Done: true")
                .printedAt(ofMillis(400), "Cleaned up", "CANCELLED");
    }

    @Test
    void namesExamples() {
        assertThat(Example.named()).isEqualTo(Example.COLLECT_ALL);
        assertThat(Example.named("fail-fast")).isEqualTo(Example.FAIL_FAST);
        assertThatThrownBy(() -> Example.named("failfast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown argument 'failfast'. After --, this lesson accepts collect-all or fail-fast.");
    }

    private static VirtualRun run(SimulatedWeb web, Versions version) throws Exception {
        return VirtualTime.run(() -> Example.FAIL_FAST.run(version.with(web), web.addresses()));
    }

    private VirtualRun failFast(Fetcher fetcher, List<URI> addresses, int seed) throws Exception {
        return new VirtualTime().seed(seed).start(() -> catching(fetcher, addresses));
    }

    private void catching(Fetcher fetcher, List<URI> addresses) {
        try {
            fetcher.failFast(addresses);
        } catch (Exception failure) {
            thrown.set(failure);
        }
    }
}
