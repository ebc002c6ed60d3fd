package fetch;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.localsite.SimulatedClient;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The claims of lesson 07 about time and order, tested with a simulated client in virtual time. */
class FetcherTest {
    private static final Duration LATENCY = ofSeconds(1);
    private static final int SCHEDULES = 50;

    enum Versions {
        SEQUENTIAL(Sequential::new),
        THREAD_POOL(client -> new WithThreadPool(client, 200)),
        EVENT_LOOP(WithEventLoop::new),
        VIRTUAL_THREADS(WithVirtualThreads::new);

        private final Function<HttpClient, Fetcher> constructor;

        Versions(Function<HttpClient, Fetcher> constructor) {
            this.constructor = constructor;
        }

        Fetcher with(HttpClient client) {
            return constructor.apply(client);
        }
    }

    private final AtomicReference<List<User>> fetched = new AtomicReference<>(List.of());
    private final SimulatedClient client = new SimulatedClient(LATENCY, FetcherTest::json);

    @Test
    void sequentialTakesThreeSecondsForThreeUsers() throws Exception {
        assertThat(fetch(Versions.SEQUENTIAL, 3)).took(ofSeconds(3));
        assertThat(client.peak()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    void concurrentVersionsTakeOneSecondForThreeUsers(Versions version) throws Exception {
        assertThat(fetch(version, 3)).took(ofSeconds(1));
        assertThat(client.peak()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    void concurrentVersionsTakeOneSecondForHundredUsers(Versions version) throws Exception {
        assertThat(fetch(version, 100)).took(ofSeconds(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_LOOP", "VIRTUAL_THREADS"})
    void loopAndVirtualThreadsTakeOneSecondForThousandUsers(Versions version) throws Exception {
        assertThat(fetch(version, 1_000)).took(ofSeconds(1));
        assertThat(client.peak()).isEqualTo(1_000);
    }

    @Test
    void poolOfTwoHundredTakesFiveSecondsForThousandUsers() throws Exception {
        assertThat(fetch(Versions.THREAD_POOL, 1_000)).took(ofSeconds(5));
        assertThat(client.peak()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void usersAreInOrderOfAddressesUnderEverySchedule(Versions version) throws Exception {
        List<User> users = IntStream.rangeClosed(1, 7)
                .mapToObj(id -> new User(id, "User " + id))
                .toList();
        for (int seed = 0; seed < SCHEDULES; seed++) {
            new VirtualTime()
                    .seed(seed)
                    .start(() -> fetched.set(version.with(client).fetchAll(addresses(7))));

            assertThat(fetched.get()).isEqualTo(users);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoThreadRunning(Versions version) throws Exception {
        assertThat(fetch(version, 10)).leftNothingRunning();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[1, 2]"})
    void everyVersionFailsIfResponseIsNotAUser(String body) {
        var broken = new SimulatedClient(LATENCY, address -> body);

        for (Versions version : Versions.values()) {
            assertThatThrownBy(() -> VirtualTime.run(() -> version.with(broken).fetchAll(addresses(1))))
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isInstanceOf(UncheckedIOException.class),
                            thrown -> assertThat(thrown)
                                    .isInstanceOf(ExecutionException.class)
                                    .cause()
                                    .isInstanceOf(UncheckedIOException.class));
        }
    }

    @ParameterizedTest
    @EnumSource
    void failureNamesAddressAndStatusOfErrorResponse(Versions version) {
        var refusing = new SimulatedClient(LATENCY, FetcherTest::json, 0);

        assertThatThrownBy(() -> VirtualTime.run(() -> version.with(refusing).fetchAll(addresses(1))))
                .hasMessageContaining("http://localhost/users/1 answered 429");
    }

    private VirtualRun fetch(Versions version, int users) throws Exception {
        VirtualRun run = VirtualTime.run(() -> fetched.set(version.with(client).fetchAll(addresses(users))));
        assertThat(fetched.get()).hasSize(users);
        return run;
    }

    private static List<URI> addresses(int users) {
        return IntStream.rangeClosed(1, users)
                .mapToObj(id -> URI.create("http://localhost/users/" + id))
                .toList();
    }

    private static String json(URI address) {
        int id = Integer.parseInt(address.getPath().replaceFirst(".*/", ""));
        return "{\"id\": %d, \"name\": \"User %d\"}".formatted(id, id);
    }
}
