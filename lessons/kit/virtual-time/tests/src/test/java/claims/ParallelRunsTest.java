package claims;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Runs that several real threads start at the same time take turns. Each has its own lines, time and threads. */
class ParallelRunsTest {
    private static final int RUNS = 100;

    @Test
    void eachRunHasItsOwnLinesTimeAndThreads() throws Exception {
        PrintStream out = System.out;
        var asked = new ArrayList<Callable<VirtualRun>>();
        for (int number = 1; number <= RUNS; number++) {
            int own = number;
            asked.add(() -> VirtualTime.run(() -> sleepThenPrint(own)));
        }

        try (var pool = Executors.newFixedThreadPool(8)) {
            var runs = pool.invokeAll(asked);
            for (int number = 1; number <= RUNS; number++) {
                VirtualRun run = runs.get(number - 1).get();
                assertThat(run.output()).containsExactly("first " + number, "second " + number);
                assertThat(run.elapsed()).hasMillis(number);
                assertThat(run.threads()).hasSize(2);
            }
        }
        assertThat(System.out).isSameAs(out);
    }

    private static void sleepThenPrint(int number) throws InterruptedException {
        Thread.ofPlatform().start(() -> IO.println("first " + number)).join();
        Thread.sleep(number);
        IO.println("second " + number);
    }
}
