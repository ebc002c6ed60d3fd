package contextmanager.databases;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The address of a running PostgreSQL server. The programs only send it queries, and create or change nothing.
 *
 * @param parameters further parameters of the URL, such as {@code sslmode}
 */
public record PostgresAddress(
        String host, int port, String database, String user, String password, Map<String, String> parameters)
        implements DatabaseServer {
    private static final int DEFAULT_PORT = 5432;
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /**
     * Parses {@code jdbc:postgresql://host:port/database?user=...&password=...} or
     * {@code postgresql://user:password@host:port/database}. If user or password are missing, {@code PGUSER} and
     * {@code PGPASSWORD} in the environment are used.
     *
     * @throws IllegalArgumentException if the URL has neither form
     */
    public static PostgresAddress parse(String url, Map<String, String> environment) {
        URI uri = uri(url);
        var parameters = parameters(url, uri);
        String[] userInfo = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        if (userInfo.length > 0) {
            parameters.putIfAbsent("user", decoded(userInfo[0]));
        }
        if (userInfo.length > 1) {
            parameters.putIfAbsent("password", decoded(userInfo[1]));
        }
        parameters.putIfAbsent("user", environment.getOrDefault("PGUSER", "postgres"));
        parameters.putIfAbsent("password", environment.getOrDefault("PGPASSWORD", ""));
        String user = parameters.remove("user");
        String password = parameters.remove("password");
        String path = uri.getPath().replaceFirst("^/", "");
        return new PostgresAddress(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                path.isEmpty() ? user : path,
                user,
                password,
                parameters);
    }

    private static URI uri(String url) {
        try {
            URI uri = new URI(url.replaceFirst("^jdbc:", ""));
            if (uri.getHost() != null && uri.getScheme().matches("postgres(ql)?") && uri.getPort() <= 65_535) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            throw invalid(url); // without the cause, whose message would show a password
        }
        throw invalid(url);
    }

    private static Map<String, String> parameters(String url, URI uri) {
        var parameters = new TreeMap<String, String>();
        if (uri.getRawQuery() != null) {
            for (String parameter : uri.getRawQuery().split("&")) {
                String[] pair = parameter.split("=", 2);
                if (pair.length < 2) {
                    throw invalid(url);
                }
                parameters.put(decoded(pair[0]), decoded(pair[1]));
            }
        }
        if (!SSL_MODES.contains(parameters.getOrDefault("sslmode", "disable"))) {
            throw invalid(url);
        }
        return parameters;
    }

    private static IllegalArgumentException invalid(String url) {
        String shown = url.replaceAll("//[^/]*@", "//...@").replaceAll("(?i)(password=)[^&]*", "$1...");
        return new IllegalArgumentException(
                "--database '" + shown + "' is not the URL of a PostgreSQL database. Expected a URL such as\n"
                        + "jdbc:postgresql://localhost:5432/test?user=me&password=secret\n"
                        + "User and password may be left out and set as PGUSER and PGPASSWORD in the environment.");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    @Override
    public String name() {
        return "PostgreSQL at " + host + ":" + port;
    }

    @Override
    public String jdbcUrl() {
        String rest = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return "jdbc:postgresql://" + host + ":" + port + "/" + encoded(database) + (rest.isEmpty() ? "" : "?" + rest);
    }

    @Override
    public PgConnectOptions pgOptions() {
        var options = new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(database)
                .setUser(user)
                .setPassword(password);
        return options.setSslMode(SslMode.of(parameters.getOrDefault("sslmode", "disable")));
    }

    /** Does nothing, because this program did not start the server. */
    @Override
    public void close() {}

    /** Returns the name, which does not contain the password. */
    @Override
    public String toString() {
        return name();
    }
}
