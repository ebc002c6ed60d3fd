package downloads.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

/** A body never has more than one chunk that is not yet written. So a killed program loses at most one per file. */
class BodyTest {

    private static final List<ByteBuffer> CHUNK = List.of(ByteBuffer.allocate(10));

    private final Body body = new Body();
    private long demand;
    private boolean cancelled;

    private final Subscription subscription = new Subscription() {
        @Override
        public void request(long count) {
            demand += count;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    };

    @Test
    void requestsChunkOnlyWhenItIsWanted() {
        body.onSubscribe(subscription);
        assertThat(demand).isZero();

        var first = body.next();
        assertThat(demand).isEqualTo(1);
        assertThat(first).isNotDone();

        body.onNext(CHUNK);
        assertThat(first).isCompletedWithValue(CHUNK);
        assertThat(demand).isEqualTo(1);

        body.next();
        assertThat(demand).isEqualTo(2);
    }

    @Test
    void callerMayWantChunkBeforeItIsSubscribed() {
        var first = body.next();
        body.onSubscribe(subscription);

        assertThat(demand).isEqualTo(1);
        body.onNext(CHUNK);
        assertThat(first).isCompletedWithValue(CHUNK);
    }

    @Test
    void endIsKnownBeforeAndAfterItIsAwaited() {
        body.onSubscribe(subscription);
        var next = body.next();

        body.onComplete();

        assertThat(next).isCompletedWithValue(List.of());
        assertThat(body.next()).isCompletedWithValue(List.of());
    }

    @Test
    void failureIsKnownBeforeAndAfterItIsAwaited() {
        body.onSubscribe(subscription);
        var next = body.next();

        body.onError(new IOException("connection reset"));

        assertThat(next).failsWithin(Duration.ZERO);
        assertThat(body.next()).isCompletedExceptionally();
    }

    @Test
    void closingCancelsEvenBeforeItIsSubscribed() {
        body.close();
        assertThat(cancelled).isFalse();

        body.onSubscribe(subscription);
        assertThat(cancelled).isTrue();
    }
}
