package interleave.virtualtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The common pool of a run has as many workers as the JDK's system property says. */
class CommonPoolTest {
    private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

    private String before;

    @BeforeEach
    void saveProperty() {
        Runs.install();
        before = System.getProperty(PARALLELISM, "");
    }

    @AfterEach
    void restoreProperty() {
        if (before.isEmpty()) {
            System.clearProperty(PARALLELISM);
        } else {
            System.setProperty(PARALLELISM, before);
        }
    }

    @Test
    void hasWorkersOfSystemProperty() throws Throwable {
        System.setProperty(PARALLELISM, "5");
        Outcome outcome = Runs.run(() -> {
            assertThat(ForkJoinPool.commonPool().getParallelism()).isEqualTo(5);
            var sleeping = IntStream.range(0, 10)
                    .mapToObj(task -> CompletableFuture.runAsync(Row.running(() -> Thread.sleep(10))))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(sleeping).join();
        });
        assertThat(outcome.elapsed()).hasMillis(20);
        assertThat(outcome.leftRunning()).isEmpty();
    }

    @Test
    void hasThreeWorkersWithoutSystemProperty() throws Throwable {
        System.clearProperty(PARALLELISM);
        Runs.run(() -> assertThat(ForkJoinPool.commonPool().getParallelism()).isEqualTo(3));
    }
}
