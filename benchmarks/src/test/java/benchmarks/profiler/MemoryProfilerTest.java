package benchmarks.profiler;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryProfilerTest {

    @Test
    void reportsTasksThatDoNotSleep() {
        assertThatThrownBy(() -> MemoryProfiler.measure(() -> 0, 10, sleep -> 9))
                .hasMessage("Expected 10 tasks to sleep, but 9 did");
    }
}
