package contextmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contextmanager.SimulatedDatabase.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a student types, and what happens to typing mistakes. */
class ArgumentsTest {

    @Test
    void withoutWordsThereIsNothingSpecial() {
        var arguments = Arguments.of();

        assertThat(arguments.reports()).isEmpty();
        assertThat(arguments.faults()).isEmpty();
        assertThat(arguments.server()).isInstanceOf(InMemoryServer.class).satisfies(DatabaseServer::close);
    }

    @Test
    void wordsComeInAnyOrder() {
        var arguments = Arguments.of("close-fails", "--database", "postgresql://me@here/test", "12", "query-fails");

        assertThat(arguments.reports()).hasValue(12);
        assertThat(arguments.faults()).containsExactly(Fault.QUERY_FAILS, Fault.CLOSE_FAILS);
        assertThat(arguments.server().jdbcUrl()).isEqualTo("jdbc:postgresql://here:5432/test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "0", "-1", "1234567", "query_fails", "--databse", "", "3.5"})
    void aWordThatMeansNothingIsToldInTwoLinesWithoutAStackTrace(String word) {
        assertThatThrownBy(() -> Arguments.of(word))
                .isInstanceOf(BadArgument.class)
                .hasMessageContaining("'" + word + "'")
                .hasMessageContaining("query-fails")
                .satisfies(mistake -> {
                    assertThat(mistake.getMessage()).hasLineCount(2);
                    assertThat(mistake.getStackTrace()).isEmpty();
                    assertThat(mistake.toString()).isEqualTo(mistake.getMessage());
                });
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://localhost:5433/shop?user=me&password=a%26b, localhost, 5433, shop, me, a&b",
        "postgresql://me:a%40b@db.example:6000/shop, db.example, 6000, shop, me, a@b",
        "postgres://me:secret@127.0.0.1, 127.0.0.1, 5432, me, me, secret",
        "jdbc:postgresql://localhost/shop, localhost, 5432, shop, fromOutside, fromOutsideToo",
        "postgresql://me@localhost/shop, localhost, 5432, shop, me, fromOutsideToo",
        "postgresql://[::1]:6000/shop, [::1], 6000, shop, fromOutside, fromOutsideToo"
    })
    void urlsOfBothKindsAreUnderstood(
            String url, String host, int port, String database, String user, String password) {
        var address = PostgresAddress.parse(url, Map.of("PGUSER", "fromOutside", "PGPASSWORD", "fromOutsideToo"));

        assertThat(address)
                .extracting(
                        PostgresAddress::host,
                        PostgresAddress::port,
                        PostgresAddress::database,
                        PostgresAddress::user,
                        PostgresAddress::password)
                .containsExactly(host, port, database, user, password);
    }

    @Test
    void bothDriversAreToldTheSame() {
        var address = PostgresAddress.parse("postgresql://me:secret@localhost:6000/shop?sslmode=require", Map.of());

        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:6000/shop?sslmode=require");
        assertThat(address.pgOptions().toJson().getMap())
                .containsEntry("host", "localhost")
                .containsEntry("port", 6000)
                .containsEntry("database", "shop")
                .containsEntry("user", "me")
                .containsEntry("sslMode", "REQUIRE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "jdbc:postgrsql://me:secret@localhost/shop",
                "jdbc:h2:mem:shop",
                "jdbc:postgresql:shop",
                "postgresql://me:secret@local host/shop",
                "postgresql://localhost:99999/shop",
                "postgresql://localhost/shop?user",
                "postgresql://localhost/shop?password=secret&user",
                "mysql://localhost/shop",
                "postgresql://localhost/shop?sslmode=perhaps&password=secret",
                "postgresql://localhost/%zz"
            })
    void whatIsNoUrlOfAPostgresIsToldInThreeLinesThatShowNoPassword(String url) {
        assertThatThrownBy(() -> PostgresAddress.parse(url, Map.of()))
                .isInstanceOf(BadArgument.class)
                .hasMessageContaining("jdbc:postgresql://localhost:5432/test")
                .satisfies(mistake -> {
                    assertThat(mistake.getMessage()).hasLineCount(3);
                    assertThat(mistake.getMessage().replace("user=me&password=secret", ""))
                            .doesNotContain("secret");
                });
    }

    @Test
    void nothingThatIsPrintedShowsThePassword() {
        var address = PostgresAddress.parse("postgresql://me:secret@localhost/shop", Map.of());

        assertThat(address + address.name() + address.jdbcUrl()).doesNotContain("secret");
    }
}
