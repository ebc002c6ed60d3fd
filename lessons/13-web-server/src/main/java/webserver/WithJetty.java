package webserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** Uses Jetty, a library for production servers, with virtual threads. */
public final class WithJetty implements WebServer {
    private static final int NO_LIMIT = -1;
    /** The default is 200 tasks at the same time. All others wait in a queue. */
    private static final int ANY_NUMBER = 0;
    /** How long an idle connection stays open when the server stops. The default is a second. */
    private static final long IDLE_MILLIS = 100;

    @Override
    public RunningServer start(Site site, int port) throws IOException {
        var server = new Server(new VirtualThreadPool(ANY_NUMBER));
        var connector = new ServerConnector(server);
        connector.setHost(WebServer.address(port).getHostString());
        connector.setPort(port);
        connector.setAcceptQueueSize(BACKLOG);
        connector.setShutdownIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setStopTimeout(FAREWELL_SECONDS * 1_000L);
        server.setHandler(handlers(site));
        try {
            server.start();
        } catch (Exception refused) {
            stop(server);
            throw new IOException(refused.getMessage(), refused);
        }
        return new RunningServer(connector.getLocalPort(), () -> stop(server));
    }

    /** The first handler waits for answers in progress when the server stops; the second rejects large bodies. */
    private static Handler handlers(Site site) {
        var limit = new SizeLimitHandler(Site.LARGEST_BODY, NO_LIMIT);
        limit.setHandler(new SiteHandler(site));
        return new GracefulHandler(limit);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception late) {
            System.err.println("Jetty did not wait for all answers: " + late.getMessage());
        }
    }

    /** Runs on a virtual thread for each request, so it may block. */
    private static final class SiteHandler extends Handler.Abstract {
        private final Site site;

        SiteHandler(Site site) {
            this.site = site;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            String body = Content.Source.asString(request, UTF_8);
            Answer answer = BlockingSite.answer(site, request.getMethod(), Request.getPathInContext(request), body);
            response.setStatus(answer.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answer.TYPE);
            Content.Sink.write(response, true, answer.html(), callback);
            return true;
        }
    }

    static void main(String... arguments) throws Exception {
        Example.run(new WithJetty(), arguments);
    }
}
