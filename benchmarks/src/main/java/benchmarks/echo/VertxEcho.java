package benchmarks.echo;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;

final class VertxEcho implements EchoServer {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetServer server = vertx.createNetServer(new NetServerOptions().setAcceptBacklog(EchoServers.BACKLOG))
            .connectHandler(connection -> connection.handler(connection::write))
            .listen(0, EchoServers.ANY_PORT.getHostString())
            .await();

    @Override
    public int port() {
        return server.actualPort();
    }

    @Override
    public void stop() {
        vertx.close().await();
    }
}
