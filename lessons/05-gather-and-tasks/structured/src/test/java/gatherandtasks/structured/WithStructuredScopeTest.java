package gatherandtasks.structured;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatherandtasks.Example;
import gatherandtasks.FetchFailedException;
import gatherandtasks.Source;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The claims of lesson 05 about the structured scope, in virtual time. */
class WithStructuredScopeTest {
    private static final Source USERS = Source.working("users", ofSeconds(2));
    private static final String[] STARTED = {
        "Fetching data from users", "Fetching data from products", "Fetching data from orders"
    };

    @Test
    void threeFetchesTakeTwoSeconds() throws Exception {
        var run = run(Example.GATHER);

        assertThat(run).took(ofSeconds(2)).printedInAnyOrderAt(ZERO, STARTED).peakConcurrency(3);
        assertThat(run.output()).hasSize(7).endsWith("Results: [users data, products data, orders data]");
    }

    @Test
    void resultsAreInOrderOfSourcesUnderEverySchedule() throws Exception {
        var sourcesOfDifferentSpeed = List.of(
                Source.working("slow", ofSeconds(3)),
                Source.working("fast", ofSeconds(1)),
                Source.working("middling", ofSeconds(2)));

        for (int seed = 0; seed < 100; seed++) {
            new VirtualTime()
                    .seed(seed)
                    .start(() -> assertThat(new WithStructuredScope().fetchAll(sourcesOfDifferentSpeed))
                            .containsExactly("slow data", "fast data", "middling data"));
        }
    }

    @Test
    void fetchesRunDuringOtherWork() throws Exception {
        assertThat(run(Example.TASKS))
                .took(ofSeconds(2))
                .printedInAnyOrderAt(
                        ZERO, "Doing other work", "Fetching data from users", "Fetching data from products")
                .printedAt(ofSeconds(1), "Other work done")
                .printedInAnyOrderAt(
                        ofSeconds(2),
                        "Data fetched from users",
                        "Data fetched from products",
                        "Results: [users data, products data]");
    }

    @Test
    void firstExceptionCancelsOtherFetches() throws Exception {
        var run = run(Example.FAILURE);

        assertThat(run).took(ofSeconds(3)).printedAt(ofSeconds(1), "Failed: products does not answer");
        assertThat(run.output()).hasSize(4).doesNotContain("Data fetched from users", "Data fetched from orders");
    }

    @Test
    void wrapsExceptionInFailedException() throws Exception {
        VirtualTime.run(() -> assertThatThrownBy(
                        () -> new WithStructuredScope().fetchAll(List.of(Source.broken("users", ofSeconds(1)))))
                .isExactlyInstanceOf(StructuredTaskScope.FailedException.class)
                .hasCauseInstanceOf(FetchFailedException.class));
    }

    /** An executor and the loop take two seconds, because they do not cancel the other fetch. */
    @Test
    void joinThrowsExceptionOfAnyFetch() throws Exception {
        var run = VirtualTime.run(() -> {
            var broken = Source.broken("products", ofMillis(500));
            assertThatThrownBy(() -> new WithStructuredScope().fetchDuringOtherWork(USERS, broken, ofSeconds(1)))
                    .hasMessageContaining("products does not answer");
        });

        assertThat(run).took(ofSeconds(1)).printedAt(ofSeconds(1), "Other work done");
    }

    @Test
    void getThrowsBeforeJoin() throws Exception {
        VirtualTime.run(() -> {
            try (var scope = StructuredTaskScope.open()) {
                var fetched = scope.fork(USERS::fetch);
                Thread.sleep(ofSeconds(3));
                assertThatThrownBy(fetched::get).isInstanceOf(IllegalStateException.class);
                scope.join();
                assertThat(fetched.get()).isEqualTo("users data");
            }
        });
    }

    @Test
    void scopeWaitsForThreadThatIgnoresInterrupt() throws Exception {
        var run = VirtualTime.run(() -> assertThatThrownBy(() -> {
                    try (var scope = StructuredTaskScope.open()) {
                        scope.fork(Source.broken("products", ofSeconds(1))::fetch);
                        scope.fork(WithStructuredScopeTest::fetchIgnoringInterrupts);
                        scope.join();
                    }
                })
                .hasCauseInstanceOf(FetchFailedException.class));

        assertThat(run).took(ofSeconds(2)).leftNothingRunning();
    }

    private static String fetchIgnoringInterrupts() {
        long end = System.nanoTime() + ofSeconds(2).toNanos();
        while (System.nanoTime() < end) {
            try {
                Thread.sleep(ofMillis(100));
            } catch (InterruptedException ignored) {
                IO.println("Interrupt ignored");
            }
        }
        return "late data";
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoThreadRunning(Example example) throws Exception {
        assertThat(run(example)).leftNothingRunning();
    }

    private static VirtualRun run(Example example) throws Exception {
        return VirtualTime.run(() -> example.run(new WithStructuredScope()));
    }
}
