package interleave.course.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkJarTest {
    @Test
    void measuredJvmsPrintEnglishDigits() {
        assertThat(new BenchmarkJar(Path.of("benchmarks.jar")).command("Main", List.of("list")))
                .contains("-Duser.language=en", "-Duser.country=", "-Duser.extensions=")
                .endsWith("Main", "list");
    }
}
