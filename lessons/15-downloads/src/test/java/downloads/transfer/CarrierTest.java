package downloads.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A virtual thread releases its carrier while it writes to a socket, but keeps it while it writes to a file. */
@Timeout(120)
class CarrierTest {

    private static final List<String> ONE_CARRIER =
            List.of("-Djdk.virtualThreadScheduler.parallelism=1", "-Djdk.virtualThreadScheduler.maxPoolSize=1");

    @Test
    void otherThreadRunsDuringWriteToSocket() throws Exception {
        try (var probe = ChildJvm.start(ONE_CARRIER, CarrierProbe.class)) {
            assertThat(probe.readAll()).isEqualTo("other, writer");
        }
    }

    /** Uses a named pipe, a file whose writes can take as long as the test requires. */
    @Test
    void otherThreadWaitsDuringWriteToFile(@TempDir Path folder) throws Exception {
        assumeThat(System.getProperty("os.name")).doesNotStartWith("Windows");
        String pipe = folder.resolve("pipe").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();

        try (var probe = ChildJvm.start(ONE_CARRIER, CarrierProbe.class, pipe)) {
            assertThat(probe.readAll()).isEqualTo("writer, other");
        }
    }
}
