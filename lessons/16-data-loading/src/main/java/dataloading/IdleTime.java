package dataloading;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** Measures how long a trainer waits for its batches. The wait for the first one does not count. */
public final class IdleTime implements Trainer {

    private final Trainer trainer;
    private OptionalLong idleSince = OptionalLong.empty();
    private long nanos;

    /** Measures this trainer. */
    public IdleTime(Trainer trainer) {
        this.trainer = trainer;
    }

    @Override
    public boolean train(Batch batch) throws Exception {
        begin();
        try {
            return trainer.train(batch);
        } finally {
            end();
        }
    }

    @Override
    public CompletionStage<Boolean> trainOn(EventLoop loop, Batch batch) {
        begin();
        return trainer.trainOn(loop, batch).whenComplete((more, failure) -> end());
    }

    private void begin() {
        idleSince.ifPresent(moment -> nanos += System.nanoTime() - moment);
    }

    private void end() {
        idleSince = OptionalLong.of(System.nanoTime());
    }

    /** The sum of all waits so far. */
    public Duration total() {
        return Duration.ofNanos(nanos);
    }
}
