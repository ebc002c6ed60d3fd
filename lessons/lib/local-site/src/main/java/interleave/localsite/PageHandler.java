package interleave.localsite;

import java.nio.ByteBuffer;
import java.time.Duration;

/** Sends the response of one page, when the page's latency is over. */
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

    /** Sends chunks for as long as the client stays, with a pause after each. */
    record Endless(Duration pause) implements PageHandler {
        private static final ByteBuffer CHUNK =
                Response.chunk("for ever and ".repeat(79).substring(0, 1024));

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
