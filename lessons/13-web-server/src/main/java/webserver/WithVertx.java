package webserver;

import static io.vertx.core.http.HttpHeaders.CONTENT_LENGTH;
import static io.vertx.core.http.HttpHeaders.TRANSFER_ENCODING;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;

/** Uses Vert.x, a library for production servers: an event loop with built-in HTTP. */
public final class WithVertx implements WebServer {

    @Override
    public RunningServer start(Site site, int port) throws IOException {
        var vertx = Vertx.vertx();
        try {
            HttpServer server = vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(BACKLOG))
                    .requestHandler(request -> handle(vertx, site, request))
                    .listen(port, WebServer.address(port).getHostString())
                    .await();
            return new RunningServer(server.actualPort(), () -> {
                server.shutdown(FAREWELL_SECONDS, SECONDS).await();
                vertx.close().await();
            });
        } catch (Exception refused) {
            vertx.close().await();
            throw new IOException(refused.getMessage(), refused);
        }
    }

    private static void handle(Vertx vertx, Site site, HttpServerRequest request) {
        if (isTooLarge(request)) {
            request.response().putHeader("Connection", "close");
            send(request, Answer.TOO_LARGE);
            return;
        }
        request.body()
                .map(body -> Page.find(site, request.method().name(), request.path(), body.toString()))
                .compose(page -> respond(vertx, page).onSuccess(responded -> send(request, page.answer())));
    }

    /** Completes when the back end of the page has responded. */
    private static Future<Void> respond(Vertx vertx, Page page) {
        return page.backEnd().isZero()
                ? Future.succeededFuture()
                : vertx.timer(page.backEnd().toMillis(), MILLISECONDS);
    }

    /** Vert.x would store a body of any size. A body without a length also counts as too large. */
    private static boolean isTooLarge(HttpServerRequest request) {
        String length = request.getHeader(CONTENT_LENGTH);
        return length == null
                ? request.headers().contains(TRANSFER_ENCODING)
                : Long.parseLong(length) > Site.LARGEST_BODY;
    }

    private static void send(HttpServerRequest request, Answer answer) {
        request.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", Answer.TYPE)
                .end(answer.html());
    }

    static void main(String... arguments) throws Exception {
        Example.run(new WithVertx(), arguments);
    }
}
