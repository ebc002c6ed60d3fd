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

/** The order of things in an {@code async with}, whatever fails and however. */
@InVirtualTime
class AsyncWithTest {
    private final List<String> trail = new ArrayList<>();
    private final RuntimeException wrong = new IllegalStateException("the body");
    private final RuntimeException wrongToo = new IllegalStateException("the close");

    private class Door implements AsyncCloseable {
        private final EventLoop loop;
        private final String name;

        Door(EventLoop loop, String name) {
            this.loop = loop;
            this.name = name;
        }

        @Override
        public CompletionStage<Void> close() {
            trail.add("close " + name);
            return loop.sleep(ofMillis(1)).thenRun(() -> trail.add(name + " closed"));
        }
    }

    private CompletionStage<Door> open(EventLoop loop, String name) {
        trail.add("open " + name);
        return loop.sleep(ofMillis(1)).thenApply(slept -> new Door(loop, name));
    }

    private CompletionStage<Door> openBrokenDoor(
            EventLoop loop, Function<RuntimeException, CompletionStage<Void>> close) {
        return loop.sleep(ofMillis(1)).thenApply(slept -> new Door(loop, "broken") {
            @Override
            public CompletionStage<Void> close() {
                return close.apply(wrongToo);
            }
        });
    }

    private static CompletionStage<Void> throwing(RuntimeException failure) {
        throw failure;
    }

    @Test
    void completesWithValueAfterResourceIsClosed() throws Exception {
        String value = EventLoop.run(loop -> asyncWith(open(loop, "a"), door -> {
                    trail.add("use " + door.name);
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
    void closesAfterBodyFailedLater() {
        assertThatThrownBy(() -> EventLoop.run(loop -> asyncWith(
                        open(loop, "a"), door -> loop.sleep(ofMillis(1)).thenCompose(slept -> throwing(wrong)))))
                .isSameAs(wrong);

        assertThat(trail).containsExactly("open a", "close a", "a closed");
    }

    @Test
    void closesAfterBodyThrewAtOnce() {
        assertThatThrownBy(() -> EventLoop.run(loop -> asyncWith(open(loop, "a"), door -> throwing(wrong))))
                .isSameAs(wrong);

        assertThat(trail).containsExactly("open a", "close a", "a closed");
    }

    @Test
    void closesAfterBodyCompletedAtOnce() throws Exception {
        EventLoop.run(loop -> asyncWith(open(loop, "a"), door -> CompletableFuture.completedStage("value")));

        assertThat(trail).containsExactly("open a", "close a", "a closed");
    }

    @Test
    void neitherUsesNorClosesResourceThatFailedToOpen() {
        assertThatThrownBy(() -> EventLoop.run(loop -> asyncWith(
                        open(loop, "a").<Door>thenApply(door -> {
                            throw wrong;
                        }),
                        door -> {
                            trail.add("used");
                            return loop.sleep(ofMillis(1));
                        })))
                .isSameAs(wrong);

        assertThat(trail).containsExactly("open a");
    }

    @Test
    void suppressesFailureOfCloseInFailureOfBody() {
        assertThatThrownBy(() -> EventLoop.run(loop ->
                        asyncWith(openBrokenDoor(loop, CompletableFuture::failedStage), door -> throwing(wrong))))
                .isSameAs(wrong)
                .hasSuppressedException(wrongToo);
    }

    @Test
    void suppressesExceptionThatCloseThrowsAtOnce() {
        assertThatThrownBy(() -> EventLoop.run(
                        loop -> asyncWith(openBrokenDoor(loop, AsyncWithTest::throwing), door -> throwing(wrong))))
                .isSameAs(wrong)
                .hasSuppressedException(wrongToo);
    }

    @Test
    void failsWithFailureOfCloseAfterBodySucceeded() {
        assertThatThrownBy(() -> EventLoop.run(loop ->
                        asyncWith(openBrokenDoor(loop, AsyncWithTest::throwing), door -> loop.sleep(ofMillis(1)))))
                .isSameAs(wrongToo)
                .hasNoSuppressedExceptions();
    }

    @Test
    void completesAfterCloseWhenBodyIsCancelled() throws Exception {
        EventLoop.run(loop -> {
            var use = loop.createTask(() -> asyncWith(open(loop, "a"), door -> loop.sleep(ofMillis(50))));
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
