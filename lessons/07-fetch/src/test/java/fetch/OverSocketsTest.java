package fetch;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.localsite.Rendezvous;
import java.net.http.HttpClient;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests with real sockets how many requests each version sends at the same time, and that it returns the right users.
 */
@Timeout(300)
class OverSocketsTest {

    @Test
    void sequentialSendsOneRequestAtATime() throws Exception {
        assertSendsAtOnce(1, 10, Sequential::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100})
    void poolWithOneThreadPerRequestSendsAllAtOnce(int users) throws Exception {
        assertSendsAtOnce(users, users, client -> new WithThreadPool(client, users));
    }

    @Test
    @Tag("slow")
    void poolOfThousandSendsThousandAtOnce() throws Exception {
        assertSendsAtOnce(1_000, 1_000, client -> new WithThreadPool(client, 1_000));
    }

    @Test
    void poolOfTenSendsTenAtOnceAndNeverMore() throws Exception {
        assertSendsAtOnce(10, 50, client -> new WithThreadPool(client, 10));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100})
    void loopSendsAllAtOnce(int users) throws Exception {
        assertSendsAtOnce(users, users, WithEventLoop::new);
    }

    @Test
    @Tag("slow")
    void loopSendsThousandAtOnce() throws Exception {
        assertSendsAtOnce(1_000, 1_000, WithEventLoop::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100})
    void virtualThreadsSendAllAtOnce(int users) throws Exception {
        assertSendsAtOnce(users, users, WithVirtualThreads::new);
    }

    @Test
    @Tag("slow")
    void virtualThreadsSendThousandAtOnce() throws Exception {
        assertSendsAtOnce(1_000, 1_000, WithVirtualThreads::new);
    }

    @Test
    void vertxWithDefaultPoolSendsFiveAtOnceAndNeverMore() throws Exception {
        try (var fetcher = new WithVertxClient(WithVertxClient.DEFAULT_CONNECTIONS)) {
            assertSendsAtOnce(fetcher, 5, 100);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100})
    void vertxWithLargePoolSendsAllAtOnce(int users) throws Exception {
        try (var fetcher = new WithVertxClient(users)) {
            assertSendsAtOnce(fetcher, users, users);
        }
    }

    @Test
    @Tag("slow")
    void vertxWithThousandConnectionsSendsThousandAtOnce() throws Exception {
        try (var fetcher = new WithVertxClient(1_000)) {
            assertSendsAtOnce(fetcher, 1_000, 1_000);
        }
    }

    private static void assertSendsAtOnce(int atOnce, int users, Function<HttpClient, Fetcher> version)
            throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertSendsAtOnce(version.apply(client), atOnce, users);
        }
    }

    private static void assertSendsAtOnce(Fetcher fetcher, int atOnce, int users) throws Exception {
        try (var server = Rendezvous.of(atOnce, OverSocketsTest::json)) {
            var addresses =
                    ids(users).mapToObj(id -> server.uri("/users/" + id)).toList();
            var expected = ids(users).mapToObj(id -> new User(id, "User " + id)).toList();

            assertThat(fetcher.fetchAll(addresses)).isEqualTo(expected);
            assertThat(server.wasCrowded()).isFalse();
        }
    }

    private static IntStream ids(int users) {
        return IntStream.rangeClosed(1, users);
    }

    private static String json(String path) {
        String id = path.replaceFirst(".*/", "");
        return "{\"id\": %s, \"name\": \"User %s\"}".formatted(id, id);
    }
}
