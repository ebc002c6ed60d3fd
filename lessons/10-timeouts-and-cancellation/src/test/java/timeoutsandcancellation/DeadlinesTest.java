package timeoutsandcancellation;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import interleave.eventloop.EventLoop;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.CompletionStage;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Nested deadlines, and a deadline for several tries. */
class DeadlinesTest {
    private static final Source NEVER = new SlowSource(Duration.ofHours(1));

    /** A source that fetches from {@link #NEVER}, with a deadline of its own. */
    private record NestedSource(Fetcher fetcher, Deadline inner) implements Source {
        @Override
        public String fetch() throws Exception {
            return fetcher.fetch(NEVER, inner);
        }

        @Override
        public CompletionStage<String> fetchOn(EventLoop loop) {
            return WithEventLoop.fetchOn(loop, NEVER, inner);
        }
    }

    @Test
    void nothingIsLeftAfterDeadline() throws Exception {
        VirtualTime.run(() -> {
            var deadline = Deadline.after("page", ofSeconds(1));
            assertThat(deadline.left()).isEqualTo(ofSeconds(1));
            Thread.sleep(ofMillis(300));
            assertThat(deadline.left()).isEqualTo(ofMillis(700));
            Thread.sleep(ofSeconds(1));
            assertThat(deadline.left()).isEqualTo(ZERO);
        });
    }

    @ParameterizedTest
    @CsvSource({"1000, 400", "400, 1000"})
    void earlierOfTwoDeadlinesWins(long outerMillis, long innerMillis) throws Exception {
        VirtualTime.run(() -> {
            var outer = Deadline.after("page", ofMillis(outerMillis));
            var inner = Deadline.after("try", ofMillis(innerMillis));

            assertThat(inner.within(outer)).isSameAs(innerMillis < outerMillis ? inner : outer);
        });
    }

    /** A fetch inside a fetch: the exception names the deadline that has passed, and nothing is left running. */
    @ParameterizedTest
    @CsvSource({
        "THREAD_POOL, 1000, 400, try",
        "THREAD_POOL, 400, 1000, page",
        "EVENT_LOOP, 1000, 400, try",
        "EVENT_LOOP, 400, 1000, page",
        "VIRTUAL_THREADS, 1000, 400, try",
        "VIRTUAL_THREADS, 400, 1000, page"
    })
    void exceptionOfNestedFetchesTellsWhoseDeadlineHasPassed(
            Versions version, long outerMillis, long innerMillis, String name) throws Exception {
        var run = VirtualTime.run(() -> {
            var outer = Deadline.after("page", ofMillis(outerMillis));
            var inner = Deadline.after("try", ofMillis(innerMillis));

            Throwable failure = catchThrowable(() -> version.fetch(new NestedSource(version, inner), outer));

            Throwable cause = failure.getCause() == null ? failure : Throwables.getRootCause(failure);
            assertThat(cause).hasMessage("the deadline of the " + name + " has passed");
            assertThat(((DeadlineExceededException) cause).deadline()).isSameAs(name.equals("page") ? outer : inner);
        });

        assertThat(run)
                .took(ofMillis(400))
                .printed("Connection opened", "Connection closed")
                .leftNothingRunning();
    }

    @ParameterizedTest
    @EnumSource
    void threeTriesWithLimitOfTheirOwnTakeThreeSeconds(Versions version) throws Exception {
        var run = VirtualTime.run(() -> assertThatThrownBy(
                        () -> new Retries(version, NEVER).withLimitPerTry(3, ofSeconds(1)))
                .hasMessage("the deadline of the try has passed"));

        assertThat(run).took(ofSeconds(3));
    }

    @ParameterizedTest
    @EnumSource
    void triesWithOneDeadlineEndAtThatDeadline(Versions version) throws Exception {
        var run = VirtualTime.run(() -> assertThatThrownBy(() ->
                        new Retries(version, NEVER).withDeadline(ofMillis(400), Deadline.after("page", ofSeconds(1))))
                .hasMessage("the deadline of the page has passed"));

        assertThat(run)
                .took(ofSeconds(1))
                .printedAt(ofMillis(400), "Connection closed", "Try 2", "Connection opened")
                .printedAt(ofMillis(800), "Connection closed", "Try 3", "Connection opened")
                .printedAt(ofSeconds(1), "Connection closed")
                .leftNothingRunning();
    }

    @Test
    void laterTryMaySucceed() throws Exception {
        var delays = new ArrayList<>(Collections.nCopies(2, ofSeconds(1)));
        delays.add(ofMillis(100));
        Fetcher fetcher =
                (source, deadline) -> new WithVirtualThreads().fetch(new SlowSource(delays.removeFirst()), deadline);

        var run = VirtualTime.run(() -> assertThat(
                        new Retries(fetcher, NEVER).withDeadline(ofMillis(400), Deadline.after("page", ofSeconds(1))))
                .isEqualTo("the price is 42"));

        assertThat(run).took(ofMillis(900));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EVENT_LOOP")
    void exampleOfRetriesTakesThreeSecondsAndThenOne(Versions version) throws Exception {
        assertThat(VirtualTime.run(() -> Example.RETRIES.run(version)))
                .took(ofSeconds(4))
                .printedAt(
                        ofSeconds(3),
                        "Connection closed",
                        "Gave up: the deadline of the try has passed",
                        "One deadline for all tries",
                        "Try 1",
                        "Connection opened")
                .printedAt(ofSeconds(4), "Connection closed", "Gave up: the deadline of the page has passed");
    }
}
