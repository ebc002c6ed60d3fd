package dataloading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import interleave.testjvm.TestJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A virtual thread that reads a file keeps its carrier. A named pipe is a file whose content may arrive late. */
@Timeout(300)
class ReadingTest {

    @TempDir
    private Path folder;

    @Test
    void virtualThreadsReadOnlyAsManyFilesAtOnceAsThereAreCarriers() throws Exception {
        assertThat(readAtOnce("virtual threads")).isEqualTo("2");
    }

    @Test
    void poolReadsAsManyFilesAtOnceAsItHasThreads() throws Exception {
        assertThat(readAtOnce("pool")).isEqualTo("4");
    }

    private String readAtOnce(String version) throws Exception {
        var arguments = new ArrayList<>(List.of(version));
        for (int number = 1; number <= 4; number++) {
            arguments.add(namedPipe(number).toString());
        }
        return TestJvm.run(
                        List.of(
                                "-Djdk.virtualThreadScheduler.parallelism=2",
                                "-Djdk.virtualThreadScheduler.maxPoolSize=2"),
                        ReadingProbe.class,
                        arguments.toArray(String[]::new))
                .output();
    }

    private Path namedPipe(int number) throws Exception {
        Path pipe = folder.resolve("pipe-" + number);
        boolean made;
        try {
            made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            made = false;
        }
        assumeThat(made).as("the system has named pipes").isTrue();
        return pipe;
    }
}
