package benchmarks.python;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsyncioTest {

    @BeforeEach
    void needsPython() {
        assumeThat(Python.here()).isNotEqualTo(Python.NONE);
    }

    @Test
    void reportsUnexpectedOutput() throws IOException {
        try (var python = Asyncio.workload("greet")) {
            assertThatThrownBy(() -> python.check(1, List.of("Hello, guest 2!")))
                    .hasMessage("Expected asyncio to print [Hello, guest 2!], "
                            + "but it printed [Goodbye, guest 1!, Hello, guest 1!]");
        }
    }

    @Test
    void reportsScriptThatFails() throws IOException {
        try (var python = Asyncio.workload("noSuchWork")) {
            assertThatThrownBy(() -> python.run(1)).hasMessageContaining("python3 has ended");
        }
    }
}
