package deadlocks.structured;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import interleave.virtualtime.VirtualTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import org.junit.jupiter.api.Test;

/** The claims of lesson 20 about scopes. */
class WithStructuredScopeTest {
    private static final int SCHEDULES = 200;

    @Test
    void addsAllBalancesUnderEverySchedule() throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            assertThat(new VirtualTime().seed(seed).start(WithStructuredScope::main))
                    .took(ofMillis(400))
                    .leftNothingRunning()
                    .printed("Total: 1000");
        }
    }

    /** A scope in a scope in a scope, deeper than any pool is large. */
    @Test
    void nestsToAnyDepth() throws Exception {
        assertThat(nested(100)).isEqualTo(1);
    }

    private static int nested(int depth) throws InterruptedException {
        Callable<Integer> task = () -> depth == 0 ? 1 : nested(depth - 1);
        return WithStructuredScope.sum(List.of(task));
    }

    /** The rules that make the waits a tree: a subtask waits neither for its own scope nor for its neighbours. */
    @Test
    void subtaskCanWaitForNeitherItsScopeNorItsNeighbour() throws Exception {
        try (var scope = StructuredTaskScope.open(Joiner.<Throwable>allSuccessfulOrThrow())) {
            var end = new CountDownLatch(1);
            var neighbour = scope.fork(() -> {
                end.await();
                return null;
            });
            scope.fork(() -> catchThrowable(scope::join));
            scope.fork(() -> {
                try {
                    return catchThrowable(neighbour::get);
                } finally {
                    end.countDown();
                }
            });

            assertThat(scope.join().map(Subtask::get).filter(Objects::nonNull))
                    .hasExactlyElementsOfTypes(WrongThreadException.class, IllegalStateException.class);
        }
    }
}
