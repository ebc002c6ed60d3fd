package blockingtheloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import interleave.testjvm.TestJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Virtual threads take turns only where they wait. Each test runs a JVM that has as many carriers as the test says. */
@Timeout(180)
class CarriersTest {

    @TempDir
    private Path folder;

    @Test
    void computingVirtualThreadHoldsItsCarrierUntilItEnds() throws Exception {
        assertThat(probe(1, "computes")).isEqualTo("one after the other");
    }

    @Test
    void computingVirtualThreadThatYieldsLetsOthersRun() throws Exception {
        assertThat(probe(1, "yields")).isEqualTo("interleaved");
    }

    /** Here the busy thread ends only if the other one runs. */
    @Test
    void secondCarrierRunsTheOtherThread() throws Exception {
        assertThat(probe(2, "waits")).isEqualTo("interleaved");
    }

    /** A named pipe is a file whose read waits until the other end is closed. */
    @Test
    void virtualThreadThatReadsFileHoldsItsCarrier() throws Exception {
        Path pipe = namedPipe();

        assertThat(probe(1, "reads", pipe.toString())).isEqualTo("one after the other");
    }

    private Path namedPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        boolean made;
        try {
            made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            made = false;
        }
        assumeThat(made).as("the system has named pipes").isTrue();
        return pipe;
    }

    private static String probe(int carriers, String... args) throws Exception {
        return TestJvm.run(
                        List.of(
                                "-Djdk.virtualThreadScheduler.parallelism=" + carriers,
                                "-Djdk.virtualThreadScheduler.maxPoolSize=" + carriers),
                        CarrierProbe.class,
                        args)
                .output();
    }
}
