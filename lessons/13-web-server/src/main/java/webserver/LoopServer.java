package webserver;

import interleave.eventloop.Connection;
import interleave.eventloop.EventLoop;
import interleave.eventloop.Server;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A server on a loop, with its open connections. It is used on the loop's thread only. */
final class LoopServer {
    private final EventLoop loop;
    private final Site site;
    private final Server server;
    private final Set<LoopConnection> connections = new HashSet<>();

    LoopServer(EventLoop loop, Site site, int port) {
        this.loop = loop;
        this.site = site;
        this.server = loop.listen(WebServer.address(port), this::serve);
    }

    int port() {
        return server.address().getPort();
    }

    private CompletableFuture<Void> serve(Connection client) {
        var connection = new LoopConnection(loop, client, site);
        connections.add(connection);
        return connection.serve().whenComplete((ended, failure) -> connections.remove(connection));
    }

    /** Closes idle connections at once, and the others after their current answer. Completes when all are closed. */
    CompletableFuture<Void> stop() {
        server.close();
        var stopped =
                List.copyOf(connections).stream().map(LoopConnection::stop).toList();
        return loop.timeout(Duration.ofSeconds(WebServer.FAREWELL_SECONDS), loop.gatherSettled(stopped))
                .handle((all, timeout) -> null);
    }
}
