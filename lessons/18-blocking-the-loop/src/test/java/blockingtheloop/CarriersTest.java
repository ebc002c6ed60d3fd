package blockingtheloop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.virtualThreadScheduler.parallelism=" + carriers,
                "-Djdk.virtualThreadScheduler.maxPoolSize=" + carriers,
                "-classpath",
                System.getProperty("java.class.path"),
                CarrierProbe.class.getName()));
        command.addAll(List.of(args));
        Process probe = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String printed = new String(probe.getInputStream().readAllBytes(), UTF_8);
            assertThat(probe.waitFor(1, MINUTES)).isTrue();
            return printed.strip();
        } finally {
            probe.destroyForcibly();
        }
    }
}
