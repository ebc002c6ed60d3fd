package contextmanager.databases;

import static contextmanager.databases.RealDatabaseContract.TIME_LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import contextmanager.DatabaseException;
import contextmanager.Reporter.Queries;
import contextmanager.databases.RealDatabaseContract.Open;
import contextmanager.databases.RealDatabaseContract.Version;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server is killed while every version runs a query. */
@Timeout(180)
class ServerGoneTest {

    @Test
    void everyVersionReportsLostConnectionAndReleasesIt() throws Exception {
        Map<Version, Open> versions = new EnumMap<>(Version.class);
        Map<Version, CompletableFuture<Throwable>> failures = new EnumMap<>(Version.class);
        var postgres = TestPostgres.running();
        try {
            for (Version version : Version.values()) {
                var open = new Open(version, postgres.server());
                versions.put(version, open);
                failures.put(
                        version,
                        CompletableFuture.supplyAsync(
                                () -> open.failureOf(new Queries("SELECT 'x', pg_sleep(30)", "never sent")),
                                task -> Thread.ofPlatform().start(task)));
            }
            await().atMost(TIME_LIMIT).until(() -> postgres.sleepingQueries() == Version.values().length);

            TestPostgres.kill();

            for (Version version : Version.values()) {
                Throwable failure = failures.get(version).get(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS);
                assertThat(failure)
                        .as(version.name())
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("is lost")
                        .message()
                        .hasLineCount(2);
                versions.get(version).assertNoConnectionIsBorrowed();
            }
        } finally {
            for (Open open : versions.values()) {
                open.close();
            }
        }
    }
}
