package contextmanager.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests all versions on an in-memory H2. */
class H2Test extends RealDatabaseContract {
    private InMemoryServer server;

    @BeforeEach
    void start() {
        server = new InMemoryServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    DatabaseServer server() {
        return server;
    }

    /** Does not count the session of this query, and the one that keeps the database alive. */
    @Override
    int sessions() throws SQLException {
        return query("SELECT count(*) FROM information_schema.sessions") - 2;
    }

    @Override
    String endlessQuery() {
        return "SELECT count(*) AS endless FROM system_range(1, 100000) a, system_range(1, 50000) b";
    }

    @Override
    boolean isRunningEndlessQuery() throws SQLException {
        return query("SELECT count(*) FROM information_schema.sessions WHERE executing_statement LIKE '%endless%'"
                        + " AND session_id <> session_id()")
                > 0;
    }

    @Override
    boolean isRunningSlowQuery() throws SQLException {
        return query("SELECT count(*) FROM information_schema.sessions WHERE executing_statement LIKE '%slow%'"
                        + " AND session_id <> session_id()")
                > 0;
    }

    private int query(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void listensOnLoopbackInterfaceOnly() throws Exception {
        int port = server.pgOptions().getPort();

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(socket.isConnected()).isTrue();
        }
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        assertThat(others)
                .allSatisfy(address -> assertThatThrownBy(() -> {
                            try (var socket = new Socket()) {
                                socket.connect(new InetSocketAddress(address, port), 5_000);
                            }
                        })
                        .isInstanceOf(IOException.class));
    }

    @Test
    void newServerHasDatabaseOfItsOwn() throws Exception {
        server.close();

        try (var another = new InMemoryServer()) {
            assertThat(another.jdbcUrl()).isNotEqualTo(server.jdbcUrl());
        }
    }

    @Test
    void versionWithAsynchronousDriverPrintsOnlyItsReports() throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var printed = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            VertxOnEventLoop.main(new String[0]);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3 * DatabaseMainsTest.REPORT.size()).containsSubsequence(DatabaseMainsTest.REPORT);
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
