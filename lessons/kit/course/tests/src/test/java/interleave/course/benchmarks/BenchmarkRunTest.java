package interleave.course.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkRunTest {
    private static final LocalDateTime BEGAN = LocalDateTime.of(2026, 1, 31, 10, 15);

    @Test
    void filesHaveTheNameOfTheStudent() {
        assertThat(BenchmarkRun.fileName("Zoë Ann", BEGAN, List.of("greet"), "quick"))
                .isEqualTo("Zoë-Ann-2026-01-31-101500-greet-quick");
        assertThat(BenchmarkRun.fileName("", BEGAN, List.of(), "default")).isEqualTo("2026-01-31-101500-default");
    }

    @Test
    void nameOfTheStudentIsNoPath() {
        assertThat(BenchmarkRun.fileName("../a/b\\c:d", BEGAN, List.of(), "full"))
                .isEqualTo("a-b-c-d-2026-01-31-101500-full");
    }
}
