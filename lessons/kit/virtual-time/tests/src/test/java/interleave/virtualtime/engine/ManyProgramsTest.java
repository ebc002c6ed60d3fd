package interleave.virtualtime.engine;

import org.junit.jupiter.api.Tag;

/** Does the same with more programs. {@code -Ddeterminism.programs=5000} sets their number. */
@Tag("slow")
class ManyProgramsTest extends DeterminismTest {
    @Override
    int programs() {
        return Integer.getInteger("determinism.programs", 60);
    }
}
