package contextmanager.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arguments and URLs that a student can type, and the messages for wrong ones. */
class DatabaseArgumentsTest {

    @Test
    void defaultIsThreeReportsFromInMemoryDatabase() {
        var arguments = DatabaseArguments.of();

        assertThat(arguments.reports()).isEqualTo(3);
        assertThat(arguments.server()).isInstanceOf(InMemoryServer.class).satisfies(DatabaseServer::close);
    }

    @Test
    void acceptsArgumentsInAnyOrder() {
        var arguments = DatabaseArguments.of("--database", "postgresql://me@here/test", "12");

        assertThat(arguments.reports()).isEqualTo(12);
        assertThat(arguments.server().jdbcUrl()).isEqualTo("jdbc:postgresql://here:5432/test");
    }

    @Test
    void ignoresFaultsOfSimulatedDatabase() {
        assertThat(DatabaseArguments.of("query-fails", "4", "close-fails").reports())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "0", "-1", "1234567", "query_fails", "--databse", "", "3.5"})
    void rejectsUnknownArgumentAndListsAcceptedOnes(String word) {
        assertThatThrownBy(() -> DatabaseArguments.of(word))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + word + "'")
                .hasMessageContaining("--database URL")
                .message()
                .hasLineCount(2);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://localhost:5433/shop?user=me&password=a%26b, localhost, 5433, shop, me, a&b",
        "postgresql://me:a%40b@db.example:6000/shop, db.example, 6000, shop, me, a@b",
        "postgres://me:secret@127.0.0.1, 127.0.0.1, 5432, me, me, secret",
        "jdbc:postgresql://localhost/shop, localhost, 5432, shop, envUser, envPassword",
        "postgresql://me@localhost/shop, localhost, 5432, shop, me, envPassword",
        "postgresql://[::1]:6000/shop, [::1], 6000, shop, envUser, envPassword"
    })
    void acceptsUrlsOfBothKinds(String url, String host, int port, String database, String user, String password) {
        var address = PostgresAddress.parse(url, Map.of("PGUSER", "envUser", "PGPASSWORD", "envPassword"));

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
    void configuresBothDriversAlike() {
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
    void rejectsOtherUrlsWithoutPrintingPassword(String url) {
        assertThatThrownBy(() -> PostgresAddress.parse(url, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:postgresql://localhost:5432/test")
                .satisfies(mistake -> {
                    assertThat(mistake.getMessage()).hasLineCount(3);
                    assertThat(mistake.getMessage().replace("user=me&password=secret", ""))
                            .doesNotContain("secret");
                });
    }

    @Test
    void textDoesNotContainPassword() {
        var address = PostgresAddress.parse("postgresql://me:secret@localhost/shop", Map.of());

        assertThat(address + address.name() + address.jdbcUrl()).doesNotContain("secret");
    }
}
