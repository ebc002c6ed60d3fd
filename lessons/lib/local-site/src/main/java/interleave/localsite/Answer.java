package interleave.localsite;

import java.nio.ByteBuffer;
import java.time.Duration;

/** What a page does for a visit when its latency is over. */
@FunctionalInterface
interface Answer {

    void giveTo(Visit visit);

    /** Always these bytes. */
    static Answer of(ByteBuffer response) {
        return visit -> {
            visit.send(response.duplicate());
            visit.answered();
        };
    }

    /** Chunk after chunk. */
    record Endless(Duration pause) implements Answer {
        private static final ByteBuffer CHUNK =
                Response.chunk("for ever and ".repeat(79).substring(0, 1024));

        @Override
        public void giveTo(Visit visit) {
            visit.send(Response.chunked(Response.HTML));
            goOn(visit);
        }

        private void goOn(Visit visit) {
            visit.send(CHUNK.duplicate()).thenRun(() -> visit.afterwards(pause, () -> goOn(visit)));
        }
    }
}
