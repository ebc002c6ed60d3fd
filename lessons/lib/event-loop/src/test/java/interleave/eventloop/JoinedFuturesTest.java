package interleave.eventloop;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Futures that wait for two others: a cancellation, or a limit, reaches both. */
@InVirtualTime
class JoinedFuturesTest {
    private final VirtualClock clock;

    JoinedFuturesTest(VirtualClock clock) {
        this.clock = clock;
    }

    private interface Join
            extends BiFunction<CompletableFuture<String>, CompletionStage<String>, CompletableFuture<?>> {}

    static Stream<Arguments> joins() {
        return Stream.of(
                join("thenCombine", (a, b) -> a.thenCombine(b, (x, y) -> x + y)),
                join("thenCombineAsync", (a, b) -> a.thenCombineAsync(b, (x, y) -> x + y)),
                join("thenAcceptBoth", (a, b) -> a.thenAcceptBoth(b, (x, y) -> {})),
                join("thenAcceptBothAsync", (a, b) -> a.thenAcceptBothAsync(b, (x, y) -> {})),
                join("runAfterBoth", (a, b) -> a.runAfterBoth(b, () -> {})),
                join("runAfterBothAsync", (a, b) -> a.runAfterBothAsync(b, () -> {})),
                join("applyToEither", (a, b) -> a.applyToEither(b, x -> x)),
                join("applyToEitherAsync", (a, b) -> a.applyToEitherAsync(b, x -> x)),
                join("acceptEither", (a, b) -> a.acceptEither(b, x -> {})),
                join("acceptEitherAsync", (a, b) -> a.acceptEitherAsync(b, x -> {})),
                join("runAfterEither", (a, b) -> a.runAfterEither(b, () -> {})),
                join("runAfterEitherAsync", (a, b) -> a.runAfterEitherAsync(b, () -> {})),
                join(
                        "a step after thenCombine",
                        (a, b) -> a.thenCombine(b, (x, y) -> x).thenApply(x -> x)),
                join(
                        "thenCombine after thenCompose",
                        (a, b) -> a.thenCompose(CompletableFuture::completedFuture)
                                .thenCombine(b, (x, y) -> x)));
    }

    private static Arguments join(String name, Join join) {
        return arguments(name, join);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("joins")
    void limitCancelsBothAndIsOnTime(String name, Join join) throws Exception {
        EventLoop.run(loop -> {
            var slow = loop.createTask("slow", () -> loop.sleep(ofSeconds(5)).thenApply(slept -> "slow"));
            var slower =
                    loop.createTask("slower", () -> loop.sleep(ofSeconds(6)).thenApply(slept -> "slower"));
            return loop.timeout(ofSeconds(1), join.apply(slow, slower))
                    .handle((value, failure) -> null)
                    .thenCompose(late -> loop.sleep(ZERO))
                    .thenRun(() -> {
                        assertThat(slow).isCancelled();
                        assertThat(slower).isCancelled();
                    });
        });

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    @Test
    void limitCancelsSecondFutureWhenTheFirstIsDone() throws Exception {
        EventLoop.run(loop -> {
            var slow = loop.createTask("slow", () -> loop.sleep(ofSeconds(5)));
            return loop.timeout(ofSeconds(1), loop.completed("first").thenCombine(slow, (first, second) -> first))
                    .handle((value, failure) -> {
                        assertThat(slow).isCancelled();
                        return null;
                    });
        });

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    @Test
    void cancellingJoinInterruptsBlockingWork() throws Exception {
        var interrupted = new AtomicBoolean();
        EventLoop.run(loop -> {
            var blocking = loop.toThread(() -> {
                try {
                    Thread.sleep(ofSeconds(5));
                } catch (InterruptedException stopped) {
                    interrupted.set(true);
                }
                return 1;
            });
            var both = loop.sleep(ofSeconds(1)).thenCombine(blocking, (slept, value) -> value);
            return loop.sleep(ofSeconds(2)).thenRun(() -> both.cancel(false));
        });

        assertThat(interrupted).isTrue();
    }

    @Test
    void cancelsManyJoinedFutures() throws Exception {
        int many = 20_000;
        EventLoop.run(loop -> {
            CompletableFuture<Void> all = loop.sleep(ofSeconds(1));
            for (int i = 0; i < many; i++) {
                all = all.thenCombine(loop.sleep(ofSeconds(1)), (a, b) -> b);
            }
            all.cancel(false);
            return all.handle((value, cancelled) -> value);
        });

        assertThat(clock.elapsed()).isLessThan(ofSeconds(1));
    }

    /** The JDK does not reveal the parts of allOf, so they continue. The limit is on time all the same. */
    @Test
    void limitOnAllOfIsOnTime() throws Exception {
        var slow = new AtomicReference<Task<Void>>();
        EventLoop.run(loop -> {
            slow.set(loop.createTask("slow", () -> loop.sleep(ofSeconds(5))));
            return loop.timeout(ofSeconds(1), CompletableFuture.allOf(slow.get()))
                    .handle((value, failure) -> clock.elapsed())
                    .thenAccept(
                            at -> assertThat(List.of(at, slow.get().isDone())).containsExactly(ofSeconds(1), false));
        });
    }
}
