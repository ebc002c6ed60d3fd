package contextmanager;

import static contextmanager.AsyncWith.asyncWith;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.eventloop.EventLoop;
import interleave.virtualtime.InVirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The order of opening, use and closing, with every kind of failure. */
@InVirtualTime
class AsyncWithTest {
    private final List<String> trail = new ArrayList<>();
    private final RuntimeException bodyFailure = new IllegalStateException("the body");
    private final RuntimeException closeFailure = new IllegalStateException("the close");

    private class TestResource implements AsyncCloseable {
        private final EventLoop loop;
        private final String name;

        TestResource(EventLoop loop, String name) {
            this.loop = loop;
            this.name = name;
        }

        @Override
        public CompletionStage<Void> close() {
            trail.add("close " + name);
            return loop.sleep(ofMillis(1)).thenRun(() -> trail.add(name + " closed"));
        }
    }

    private CompletionStage<TestResource> open(EventLoop loop, String name) {
        trail.add("open " + name);
        return loop.sleep(ofMillis(1)).thenApply(slept -> new TestResource(loop, name));
    }

    private CompletionStage<TestResource> openBrokenResource(
            EventLoop loop, Function<RuntimeException, CompletionStage<Void>> close) {
        return loop.sleep(ofMillis(1)).thenApply(slept -> new TestResource(loop, "broken") {
            @Override
            public CompletionStage<Void> close() {
                return close.apply(closeFailure);
            }
        });
    }

    private static CompletionStage<Void> throwing(RuntimeException failure) {
        throw failure;
    }

    @Test
    void completesWithValueAfterResourceIsClosed() throws Exception {
        String value = EventLoop.run(loop -> asyncWith(open(loop, "a"), resource -> {
                    trail.add("use " + resource.name);
                    return loop.sleep(ofMillis(1)).thenApply(slept -> "value");
                })
                .thenApply(result -> {
                    trail.add("done");
                    return result;
                }));

        assertThat(value).isEqualTo("value");
        assertThat(trail).containsExactly("open a", "use a", "close a", "a closed", "done");
    }

    @Test
    void closesNestedResourcesInnermostFirst() throws Exception {
        EventLoop.run(loop ->
                asyncWith(open(loop, "a"), a -> asyncWith(open(loop, "b"), b -> loop.sleep(ofMillis(1)))));

        assertThat(trail).containsExactly("open a", "open b", "close b", "b closed", "close a", "a closed");
    }

    @Test
    void closesAfterAsynchronousFailureOfBody() {
        assertThatThrownBy(() -> EventLoop.run(loop -> asyncWith(
                        open(loop, "a"),
                        resource -> loop.sleep(ofMillis(1)).thenCompose(slept -> throwing(bodyFailure)))))
                .isSameAs(bodyFailure);

        assertThat(trail).containsExactly("open a", "close a", "a closed");
    }

    @Test
    void closesAfterBodyThrowsAtOnce() {
        assertThatThrownBy(() -> EventLoop.run(loop -> asyncWith(open(loop, "a"), resource -> throwing(bodyFailure))))
                .isSameAs(bodyFailure);

        assertThat(trail).containsExactly("open a", "close a", "a closed");
    }

    @Test
    void closesAfterBodyCompletesAtOnce() throws Exception {
        EventLoop.run(loop -> asyncWith(open(loop, "a"), resource -> CompletableFuture.completedStage("value")));

        assertThat(trail).containsExactly("open a", "close a", "a closed");
    }

    @Test
    void neitherUsesNorClosesResourceThatFailedToOpen() {
        assertThatThrownBy(() -> EventLoop.run(loop -> asyncWith(
                        open(loop, "a").<TestResource>thenApply(resource -> {
                            throw bodyFailure;
                        }),
                        resource -> {
                            trail.add("used");
                            return loop.sleep(ofMillis(1));
                        })))
                .isSameAs(bodyFailure);

        assertThat(trail).containsExactly("open a");
    }

    @Test
    void suppressesFailureOfCloseInFailureOfBody() {
        assertThatThrownBy(() -> EventLoop.run(loop -> asyncWith(
                        openBrokenResource(loop, CompletableFuture::failedStage), resource -> throwing(bodyFailure))))
                .isSameAs(bodyFailure)
                .hasSuppressedException(closeFailure);
    }

    @Test
    void suppressesExceptionThatCloseThrowsAtOnce() {
        assertThatThrownBy(() -> EventLoop.run(loop -> asyncWith(
                        openBrokenResource(loop, AsyncWithTest::throwing), resource -> throwing(bodyFailure))))
                .isSameAs(bodyFailure)
                .hasSuppressedException(closeFailure);
    }

    @Test
    void failsWithFailureOfCloseAfterSuccessfulBody() {
        assertThatThrownBy(() -> EventLoop.run(loop -> asyncWith(
                        openBrokenResource(loop, AsyncWithTest::throwing), resource -> loop.sleep(ofMillis(1)))))
                .isSameAs(closeFailure)
                .hasNoSuppressedExceptions();
    }

    @Test
    void cancelledTaskCompletesAfterClose() throws Exception {
        EventLoop.run(loop -> {
            var use = loop.createTask(() -> asyncWith(open(loop, "a"), resource -> loop.sleep(ofMillis(50))));
            loop.sleep(ofMillis(10)).thenRun(() -> {
                trail.add("cancel");
                use.cancel(false);
            });
            return use.handle((value, failure) -> trail.add(failure.getClass().getSimpleName()));
        });

        assertThat(trail)
                .containsExactly(
                        "open a", "cancel", "close a", "a closed", CancellationException.class.getSimpleName());
    }
}
