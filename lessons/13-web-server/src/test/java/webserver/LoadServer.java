package webserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;

/** Runs one server in its own process, for {@link MeasuredConnections}, until its input ends. */
final class LoadServer {
    /** The number of threads in the pool. */
    private static final int POOL = 200;

    private LoadServer() {}

    static void main(String... arguments) throws Exception {
        WebServer version = switch (arguments[0]) {
            case "event-loop" -> new WithEventLoop();
            case "virtual-threads" -> new WithVirtualThreads();
            case "vertx" -> new WithVertx();
            case "jetty" -> new WithJetty();
            case "thread-pool" -> new WithThreadPool(POOL);
            case "responder" -> new TrivialResponder();
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        var site = new Bakery(Duration.ofMillis(Long.parseLong(arguments[1])));
        RunningServer server = version.start(site, 0);
        IO.println(server.port());
        try (var input = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            input.readLine();
        }
        Runtime.getRuntime().halt(0);
    }
}
