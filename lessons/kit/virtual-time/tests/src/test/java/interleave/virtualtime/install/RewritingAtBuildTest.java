package interleave.virtualtime.install;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.testjvm.TestJvm;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a copy of the module's classes. The build writes the file again only if it lacks a class. */
class RewritingAtBuildTest {
    private static final String FILE = "interleave/virtualtime/engine/rewritten.bin";
    private static final Path BUILT = Path.of("target", "classes");
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    private Path classes;

    @BeforeEach
    void copyClasses() throws IOException {
        try (Stream<Path> files = Files.walk(BUILT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = classes.resolve(BUILT.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.setLastModifiedTime(file(), LONG_AGO);
    }

    @Test
    void findsAllClassesRewrittenByTheBuild() throws Exception {
        rewrite();

        assertThat(Files.getLastModifiedTime(file())).isEqualTo(LONG_AGO);
    }

    @Test
    void replacesTheFileOfAnotherJdkOrEngineByTheSameBytesAsTheBuild() throws Exception {
        try (var file = new RandomAccessFile(file().toFile(), "rw")) {
            file.seek(2);
            file.write('?'); // the first character of the JDK's vendor
        }
        Files.setLastModifiedTime(file(), LONG_AGO);

        rewrite();

        assertThat(Files.getLastModifiedTime(file())).isGreaterThan(LONG_AGO);
        assertThat(file()).hasSameBinaryContentAs(BUILT.resolve(FILE));
    }

    private Path file() {
        return classes.resolve(FILE);
    }

    private void rewrite() throws IOException, InterruptedException {
        var options = List.of(
                "-Xshare:off", // the JVM orders methods in another way than when the module was built
                "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true",
                "-classpath",
                classes.toString());
        Process process = TestJvm.of(options, RewritingAtBuild.class, classes.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
