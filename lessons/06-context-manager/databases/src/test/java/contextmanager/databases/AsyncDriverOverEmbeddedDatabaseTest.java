package contextmanager.databases;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;

import interleave.eventloop.EventLoop;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import io.r2dbc.h2.H2ConnectionConfiguration;
import io.r2dbc.h2.H2ConnectionFactory;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/**
 * Futures alone do not make the work asynchronous. R2DBC on an embedded database executes a query on the calling
 * thread. If that is the thread of the loop, it blocks all tasks.
 */
class AsyncDriverOverEmbeddedDatabaseTest {
    private static final String HALF_A_SECOND = "SELECT pg_sleep(0.5)";

    @Test
    void threeQueriesOfHalfASecondBlockLoopForOneAndAHalf() throws Exception {
        assertThat(threeTasksEach((loop, server) -> query(server))).took(ofMillis(1_500));
    }

    @Test
    void threeQueriesOnThreadsTakeHalfASecond() throws Exception {
        assertThat(threeTasksEach((loop, server) ->
                        loop.toThread(() -> query(server).toCompletableFuture().join())))
                .took(ofMillis(500));
    }

    private static VirtualRun threeTasksEach(BiFunction<EventLoop, InMemoryServer, CompletionStage<Integer>> body)
            throws Exception {
        return VirtualTime.run(() -> {
            try (var server = new InMemoryServer()) {
                EventLoop.run(loop -> loop.gather(Stream.of("a", "b", "c")
                        .map(name -> loop.createTask(name, () -> body.apply(loop, server)))
                        .toList()));
            }
        });
    }

    private static CompletionStage<Integer> query(InMemoryServer server) {
        var factory = new H2ConnectionFactory(H2ConnectionConfiguration.builder()
                .url(server.jdbcUrl().replaceFirst("^jdbc:h2:", ""))
                .username(server.user())
                .password(server.password())
                .build());
        return Mono.usingWhen(factory.create(), connection -> execute(HALF_A_SECOND, connection), Connection::close)
                .toFuture();
    }

    private static Mono<Integer> execute(String sql, Connection connection) {
        return Mono.from(connection.createStatement(sql).execute())
                .flatMap(result ->
                        Mono.from(result.map((row, columns) -> List.of(columns).size())));
    }
}
