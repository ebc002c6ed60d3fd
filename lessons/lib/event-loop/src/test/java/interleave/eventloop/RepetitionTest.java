package interleave.eventloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    @Test
    void manyStepsThatAreCompleteAtOnceDoNotOverflowTheStack() throws Exception {
        var steps = new AtomicInteger();

        EventLoop.run(loop -> Repetition.whileTrue(loop, () -> loop.completed(steps.incrementAndGet() < 1_000_000)));

        assertThat(steps).hasValue(1_000_000);
    }

    @Test
    void failsWithTheFailureOfAStep() {
        var failure = new IllegalStateException("step 3");
        var steps = new AtomicInteger();

        assertThatThrownBy(() -> EventLoop.run(loop -> Repetition.whileTrue(
                        loop,
                        () -> loop.sleep(Duration.ZERO).thenApply(slept -> {
                            if (steps.incrementAndGet() == 3) {
                                throw failure;
                            }
                            return true;
                        }))))
                .isSameAs(failure);
    }

    @Test
    void failsIfTheStepThrows() {
        var failure = new IllegalStateException("no step");

        assertThatThrownBy(() -> EventLoop.run(loop -> Repetition.whileTrue(loop, () -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }

    @Test
    void cancellingItCancelsTheRunningStep() throws Exception {
        var step = new CompletableFuture<Boolean>();

        EventLoop.run(loop -> {
            var repetition = Repetition.whileTrue(loop, () -> step);
            repetition.cancel(true);
            return repetition.exceptionally(cancelled -> null);
        });

        assertThat(step).isCancelled();
    }
}
