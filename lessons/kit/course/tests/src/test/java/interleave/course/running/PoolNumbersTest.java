package interleave.course.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PoolNumbersTest {
    @Test
    void firstPoolAfterARestartIsCalledPool1() throws Exception {
        nameInNewPool();

        PoolNumbers.restart();

        assertThat(nameInNewPool()).isEqualTo("pool-1-thread-1");
        assertThat(nameInNewPool()).isEqualTo("pool-2-thread-1");
    }

    private static String nameInNewPool() throws Exception {
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            return pool.submit(() -> Thread.currentThread().getName()).get();
        }
    }
}
