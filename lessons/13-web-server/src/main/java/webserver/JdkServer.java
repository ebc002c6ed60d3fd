package webserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** The JDK's own HTTP server. It reads and answers each request on a thread of the executor. */
final class JdkServer {
    private JdkServer() {}

    /** Starts a server that shuts the executor down when it is closed. */
    static RunningServer start(Site site, int port, ExecutorService threads) throws IOException {
        RunningServer server = start(site, port, (Executor) threads);
        return new RunningServer(server.port(), () -> {
            server.close();
            threads.shutdownNow();
            threads.close();
        });
    }

    static RunningServer start(Site site, int port, Executor executor) throws IOException {
        HttpServer server = HttpServer.create(WebServer.address(port), WebServer.BACKLOG);
        server.setExecutor(executor);
        server.createContext("/", exchange -> handle(site, exchange));
        server.start();
        return new RunningServer(server.getAddress().getPort(), () -> server.stop(WebServer.FAREWELL_SECONDS));
    }

    private static void handle(Site site, HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(Site.LARGEST_BODY + 1);
            send(exchange, body.length > Site.LARGEST_BODY ? Answer.TOO_LARGE : answer(site, exchange, body));
        }
    }

    private static Answer answer(Site site, HttpExchange exchange, byte[] body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        return BlockingSite.answer(site, exchange.getRequestMethod(), path, new String(body, UTF_8));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] html = answer.html().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", Answer.TYPE);
        exchange.sendResponseHeaders(answer.status(), html.length);
        exchange.getResponseBody().write(html);
    }
}
