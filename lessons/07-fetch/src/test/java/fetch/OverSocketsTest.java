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

/** Every version over real sockets: who is at the server at the same time, and that nobody gets another's answer. */
@Timeout(300)
class OverSocketsTest {

    @Test
    void oneAfterTheOtherNeverMeets() throws Exception {
        meet(1, 10, Sequential::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100})
    void aPoolWithAThreadForEachRequestSendsThemAllAtOnce(int users) throws Exception {
        meet(users, users, client -> new WithThreadPool(client, users));
    }

    @Test
    @Tag("slow")
    void aPoolOfAThousandSendsAThousandAtOnce() throws Exception {
        meet(1_000, 1_000, client -> new WithThreadPool(client, 1_000));
    }

    @Test
    void aPoolOfTenSendsTenAtOnceAndNeverMore() throws Exception {
        meet(10, 50, client -> new WithThreadPool(client, 10));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100, 1_000})
    void theLoopSendsThemAllAtOnce(int users) throws Exception {
        meet(users, users, WithEventLoop::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100, 1_000})
    void virtualThreadsSendThemAllAtOnce(int users) throws Exception {
        meet(users, users, WithVirtualThreads::new);
    }

    @Test
    void vertxWithItsDefaultPoolSendsFiveAtOnceAndNeverMore() throws Exception {
        try (var fetcher = new WithVertxClient(WithVertxClient.DEFAULT_CONNECTIONS)) {
            meetWith(fetcher, 5, 100);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100})
    void vertxWithAPoolLargeEnoughSendsThemAllAtOnce(int users) throws Exception {
        try (var fetcher = new WithVertxClient(users)) {
            meetWith(fetcher, users, users);
        }
    }

    @Test
    @Tag("slow")
    void vertxWithAThousandConnectionsSendsAThousandAtOnce() throws Exception {
        try (var fetcher = new WithVertxClient(1_000)) {
            meetWith(fetcher, 1_000, 1_000);
        }
    }

    private static void meet(int atOnce, int users, Function<HttpClient, Fetcher> version) throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            meetWith(version.apply(client), atOnce, users);
        }
    }

    private static void meetWith(Fetcher fetcher, int atOnce, int users) throws Exception {
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
