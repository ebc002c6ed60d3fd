package interleave.localsite;

import interleave.localsite.http.Response;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Sends the response of one page. It is called after the latency of the page. */
@FunctionalInterface
interface PageHandler {

    void handle(SiteConnection connection);

    /** Always sends these bytes. */
    static PageHandler of(ByteBuffer response) {
        return connection -> {
            connection.send(response.duplicate());
            connection.responseSent();
        };
    }

    /** Sends chunks with a pause after each, until the client disconnects. */
    record Endless(Duration pause) implements PageHandler {
        private static final ByteBuffer CHUNK =
                Response.chunk("forever and ".repeat(86).substring(0, 1024));

        @Override
        public void handle(SiteConnection connection) {
            connection.send(Response.chunked(Response.HTML));
            sendChunks(connection);
        }

        private void sendChunks(SiteConnection connection) {
            connection.send(CHUNK.duplicate()).thenRun(() -> connection.runAfter(pause, () -> sendChunks(connection)));
        }
    }
}
