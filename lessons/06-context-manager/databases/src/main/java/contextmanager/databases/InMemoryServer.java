package contextmanager.databases;

import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.h2.tools.Server;

/**
 * An in-memory H2. With JDBC, a query runs on the calling thread. For a driver that uses the network, it opens a port
 * on the loopback interface, and imitates a PostgreSQL server.
 */
public final class InMemoryServer implements DatabaseServer {
    static {
        // H2 reads this once. By default it listens on all interfaces.
        System.setProperty("h2.bindAddress", "127.0.0.1");
    }

    private static final String USER = "student";

    private final String database = "mem:" + UUID.randomUUID();
    private final String password = UUID.randomUUID().toString();
    /** Keeps the database alive: H2 deletes it when the last connection is closed. */
    private final Connection keepAlive;

    private Optional<Server> network = Optional.empty();

    /** Creates an empty database. */
    public InMemoryServer() {
        try {
            keepAlive = DriverManager.getConnection(jdbcUrl(), USER, password);
            try (var statement = keepAlive.createStatement()) {
                statement.execute("CREATE ALIAS pg_sleep FOR 'contextmanager.databases.InMemoryServer.sleep'");
            }
        } catch (SQLException failure) {
            throw ExceptionTranslator.translate(failure, name());
        }
    }

    /** Implements {@code pg_sleep}. H2 calls it on the thread that executes the query. */
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
            keepAlive.close();
        } catch (SQLException failure) {
            throw ExceptionTranslator.translate(failure, name());
        }
    }
}
