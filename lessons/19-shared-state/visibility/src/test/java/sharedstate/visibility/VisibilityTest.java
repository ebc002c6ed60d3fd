package sharedstate.visibility;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** jcstress finds the tests of this module, and the promises of {@code volatile} hold on this machine. */
class VisibilityTest {

    @Test
    void jcstressFindsEveryTest() throws IOException {
        try (var list = VisibilityTest.class.getResourceAsStream("/META-INF/TestList")) {
            assertThat(new String(list.readAllBytes(), UTF_8))
                    .contains(Stream.of("FlagNeverSeen.", "Reordering.", "Message.", "HalfBuilt.")
                            .flatMap(test -> Stream.of(test + "Plain", test + "Volatile"))
                            .map("sharedstate.visibility."::concat)
                            .toList());
        }
    }

    @Tag("slow")
    @Test
    void volatileAllowsNoSurprise(@TempDir(cleanup = CleanupMode.ALWAYS) Path folder) throws Exception {
        Path output = folder.resolve("output.txt");
        var jcstress = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "org.openjdk.jcstress.Main",
                        "-t",
                        "Volatile",
                        "-m",
                        "sanity",
                        "-sc",
                        "false"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(jcstress.waitFor()).isZero();
        assertThat(Files.readString(output))
                .contains("Failed tests: No matches.", "Error tests: No matches.", "tests: 4 matching test results.");
    }
}
