package limits;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.localsite.SimulatedClient;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The claims of lesson 09, under many schedules, with a client whose responses take virtual time. */
class FetcherTest {
    private static final Duration LATENCY = ofMillis(250);
    private static final List<URI> TWENTY = IntStream.rangeClosed(1, 20)
            .mapToObj(number -> URI.create("http://localhost/pages/" + number))
            .toList();
    private static final int SCHEDULES = 100;

    enum Versions {
        SEQUENTIAL((client, limit) -> new Sequential(client)),
        THREAD_POOL(WithThreadPool::new),
        EVENT_LOOP(WithEventLoop::new),
        VIRTUAL_THREADS(WithVirtualThreads::new);

        private final BiFunction<HttpClient, Integer, Fetcher> constructor;

        Versions(BiFunction<HttpClient, Integer, Fetcher> constructor) {
            this.constructor = constructor;
        }

        Fetcher with(HttpClient client, int limit) {
            return constructor.apply(client, limit);
        }
    }

    private final AtomicReference<List<Integer>> statuses = new AtomicReference<>(List.of());

    @Test
    void sequentialTakesTwentyLatencies() throws Exception {
        var client = client();

        assertThat(fetch(Versions.SEQUENTIAL.with(client, 5), 0)).took(ofSeconds(5));
        assertThat(client.peak()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    void limitOfFiveTakesFourRoundsUnderEverySchedule(Versions version) throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var client = client();

            assertThat(fetch(version.with(client, 5), seed)).took(ofSeconds(1)).leftNothingRunning();
            assertThat(client.peak()).isEqualTo(5);
            assertThat(statuses.get()).isEqualTo(Collections.nCopies(20, 200));
        }
    }

    @ParameterizedTest
    @EnumSource
    void serverWithSameLimitRejectsNoRequest(Versions version) throws Exception {
        fetch(version.with(new SimulatedClient(LATENCY, URI::getPath, 5), 5), 0);

        assertThat(statuses.get()).isEqualTo(Collections.nCopies(20, 200));
    }

    @Test
    void serverRejectsFifteenRequestsWithoutLimit() throws Exception {
        var client = new SimulatedClient(LATENCY, URI::getPath, 5);

        assertThat(fetch(new NoLimit(client), 0)).took(LATENCY);
        assertThat(statuses.get()).hasSize(20);
        assertThat(Collections.frequency(statuses.get(), 200)).isEqualTo(5);
        assertThat(Collections.frequency(statuses.get(), 429)).isEqualTo(15);
    }

    @Test
    void allRequestsAreInFlightAtOnceWithoutLimit() throws Exception {
        var client = client();

        fetch(new NoLimit(client), 0);

        assertThat(client.peak()).isEqualTo(20);
    }

    @Test
    void loopSendsRequestsInOrderUnderEverySchedule() throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var client = client();

            fetch(new WithEventLoop(client, 5), seed);

            assertThat(client.begun()).isEqualTo(TWENTY);
        }
    }

    /** The queue keeps the order, but the five threads that take from it are concurrent. */
    @ParameterizedTest
    @EnumSource(names = "THREAD_POOL")
    void poolSendsEachRoundBeforeTheNext(Versions version) throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var client = client();

            fetch(version.with(client, 5), seed);

            for (int round = 0; round < 20; round += 5) {
                assertThat(client.begun().subList(round, round + 5))
                        .containsExactlyInAnyOrderElementsOf(TWENTY.subList(round, round + 5));
            }
        }
    }

    @Test
    void virtualThreadsReachSemaphoreInAnyOrder() throws Exception {
        var orders = new ArrayList<List<URI>>();
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var client = client();
            fetch(new WithVirtualThreads(client, 5), seed);
            orders.add(client.begun());
        }

        assertThat(orders).anySatisfy(order -> assertThat(order).isNotEqualTo(TWENTY));
    }

    /** The call is cancelled when five requests have been answered, and five others are in flight. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    void cancelledCallAbortsRequestsInFlightAndSendsNoOthers(Versions version) throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var client = client();

            assertThat(cancelled(version.with(client, 5), seed))
                    .took(ofMillis(300))
                    .leftNothingRunning();

            assertThat(client.atOnce()).isZero();
            assertThat(client.begun().size() - client.givenUp()).as("answered").isEqualTo(5);
        }
    }

    @Test
    void cancelledCallOnLoopStartsNoQueuedRequest() throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var client = client();

            cancelled(new WithEventLoop(client, 5), seed);

            assertThat(client.begun()).isEqualTo(TWENTY.subList(0, 10));
            assertThat(client.givenUp()).isEqualTo(5);
        }
    }

    /** The second call of the same fetcher needs all five permits. */
    @Test
    void cancelledCallReturnsItsPermits() throws Exception {
        var client = client();
        var fetcher = new WithVirtualThreads(client, 5);
        cancelled(fetcher, 0);

        assertThat(fetch(fetcher, 0)).took(ofSeconds(1));
        assertThat(client.peak()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"VIRTUAL_THREADS, 5", "THREAD_POOL, 10", "EVENT_LOOP, 10"})
    void onlyVirtualThreadsShareTheirLimitAmongCalls(Versions version, int peak) throws Exception {
        var client = client();
        Fetcher shared = version.with(client, 5);

        VirtualTime.run(() -> {
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<List<Integer>> call = () -> shared.fetchAll(TWENTY);
                for (var fetched : callers.invokeAll(List.of(call, call))) {
                    assertThat(fetched.get()).hasSize(20);
                }
            }
        });

        assertThat(client.peak()).isEqualTo(peak);
    }

    private static SimulatedClient client() {
        return new SimulatedClient(LATENCY, URI::getPath);
    }

    private VirtualRun fetch(Fetcher fetcher, int seed) throws Exception {
        return new VirtualTime().seed(seed).start(() -> statuses.set(fetcher.fetchAll(TWENTY)));
    }

    private static VirtualRun cancelled(Fetcher fetcher, int seed) throws Exception {
        return new VirtualTime().seed(seed).start(() -> {
            var caller = Thread.ofVirtual().name("caller").start(() -> {
                try {
                    fetcher.fetchAll(TWENTY);
                } catch (Exception interrupted) {
                    IO.println(interrupted.getClass().getSimpleName());
                }
            });
            Thread.sleep(ofMillis(300));
            caller.interrupt();
            caller.join();
        });
    }
}
