package timeoutsandcancellation;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.eventloop.EventLoop;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page arrives exactly at the deadline. The caller then has either the page or the exception, and the connection
 * and its permit are returned.
 */
class LastMomentTest {
    private static final Duration LIMIT = ofSeconds(1);

    /** A source that shares its connections with other fetches. */
    private record PooledSource(Semaphore permits, Duration delay) implements Source {
        @Override
        public String fetch() throws InterruptedException {
            permits.acquire();
            try {
                Thread.sleep(delay);
                return "page";
            } finally {
                permits.release();
            }
        }

        @Override
        public CompletionStage<String> fetchOn(EventLoop loop) {
            if (!permits.tryAcquire()) {
                throw new IllegalStateException("no permit is free");
            }
            return loop.sleep(delay).thenApply(slept -> "page").whenComplete((page, failure) -> permits.release());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostInHundredRounds(Versions version) throws Exception {
        nothingIsLost(version, 100);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void nothingIsLostInTenThousandRounds(Versions version) throws Exception {
        nothingIsLost(version, 10_000);
    }

    /** In a third of the rounds the page arrives a nanosecond before the deadline, in a third a nanosecond after it. */
    private static void nothingIsLost(Versions version, int rounds) throws Exception {
        var atDeadline = new HashSet<String>();
        for (int seed = 0; seed < rounds; seed++) {
            var permits = new Semaphore(1);
            var outcome = new AtomicReference<String>();
            int nanosLate = seed % 3 - 1;
            var source = new PooledSource(permits, LIMIT.plusNanos(nanosLate));

            var run = new VirtualTime().seed(seed).start(() -> outcome.set(outcome(version, source)));

            assertThat(run).leftNothingRunning();
            assertThat(run.elapsed()).isLessThanOrEqualTo(LIMIT);
            assertThat(permits.availablePermits()).as("permits, seed %d", seed).isEqualTo(1);
            if (nanosLate == 0) {
                atDeadline.add(outcome.get());
            } else {
                assertThat(outcome.get()).as("seed %d", seed).isEqualTo(nanosLate < 0 ? "page" : "deadline");
            }
        }
        assertBothHappen(version, atDeadline);
    }

    /** With threads the race is open. On the loop, the timer that was set first is first, and that is the deadline. */
    private static void assertBothHappen(Versions version, Set<String> outcomes) {
        if (version == Versions.EVENT_LOOP) {
            assertThat(outcomes).containsExactly("deadline");
        } else {
            assertThat(outcomes).containsExactlyInAnyOrder("page", "deadline");
        }
    }

    private static String outcome(Fetcher version, Source source) throws Exception {
        try {
            return version.fetch(source, Deadline.after("page", LIMIT));
        } catch (DeadlineExceededException late) {
            return "deadline";
        }
    }

    /** The page arrives after get has thrown its TimeoutException, and before the fetch is cancelled. */
    @Test
    void pageThatArrivesBeforeCancellationIsReturned() throws Exception {
        try (var executor = new LateExecutor()) {
            assertThat(new BlockingFetcher(executor)
                            .fetch(new SlowSource(Duration.ZERO), Deadline.after("page", LIMIT)))
                    .isEqualTo("the price is 42");
        }
    }

    /** Runs a task when the wait for its result is over. */
    private static final class LateExecutor extends ThreadPoolExecutor {
        LateExecutor() {
            super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }

        @Override
        public void execute(Runnable task) {
            // get runs it
        }

        @Override
        protected <T> RunnableFuture<T> newTaskFor(Callable<T> body) {
            return new FutureTask<>(body) {
                @Override
                public T get(long timeout, TimeUnit unit) throws TimeoutException {
                    run();
                    throw new TimeoutException();
                }
            };
        }
    }
}
