package contextmanager.databases;

import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.h2.tools.Server;

/**
 * H2 in the memory of this program. JDBC calls it like any method, so a query runs on the thread that asks. For a
 * driver that speaks over the network it opens a port on the loopback interface, where it answers as PostgreSQL would.
 */
public final class InMemoryServer implements DatabaseServer {
    static {
        System.setProperty("h2.bindAddress", "127.0.0.1"); // H2 reads it once; without it it listens everywhere
    }

    private static final String USER = "student";

    private final String database = "mem:" + UUID.randomUUID();
    private final String password = UUID.randomUUID().toString();
    /** The database lives as long as a connection to it. */
    private final Connection lifeline;

    private Optional<Server> network = Optional.empty();

    /** An empty database. */
    public InMemoryServer() {
        try {
            lifeline = DriverManager.getConnection(jdbcUrl(), USER, password);
            try (var statement = lifeline.createStatement()) {
                statement.execute("CREATE ALIAS pg_sleep FOR 'contextmanager.databases.InMemoryServer.sleep'");
            }
        } catch (SQLException failure) {
            throw ExceptionTranslator.translate(failure, name());
        }
    }

    /** What {@code pg_sleep} does: H2 calls it on the thread that works on the query. */
    public static void sleep(double seconds) throws InterruptedException {
        Thread.sleep((long) (1000 * seconds));
    }

    @Override
    public String name() {
        return "H2 in memory";
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:h2:" + database + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    }

    @Override
    public String user() {
        return USER;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public synchronized PgConnectOptions pgOptions() {
        if (network.isEmpty()) {
            network = Optional.of(started());
        }
        return new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(network.get().getPort())
                .setDatabase("lesson")
                .setUser(USER)
                .setPassword(password);
    }

    private Server started() {
        try {
            return Server.createPgServer("-pgPort", "0", "-pgDaemon", "-key", "lesson", database)
                    .start();
        } catch (SQLException failure) {
            throw ExceptionTranslator.translate(failure, name());
        }
    }

    @Override
    public synchronized void close() {
        network.ifPresent(Server::stop);
        try {
            lifeline.close();
        } catch (SQLException failure) {
            throw ExceptionTranslator.translate(failure, name());
        }
    }
}
