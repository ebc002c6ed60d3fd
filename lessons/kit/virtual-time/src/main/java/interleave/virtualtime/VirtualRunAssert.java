package interleave.virtualtime;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Claims about a {@link VirtualRun}. Each is exact. */
public final class VirtualRunAssert extends AbstractAssert<VirtualRunAssert, VirtualRun> {
    private VirtualRunAssert(VirtualRun actual) {
        super(actual, VirtualRunAssert.class);
    }

    /** Begins a claim; to be imported statically. */
    public static VirtualRunAssert assertThat(VirtualRun actual) {
        return new VirtualRunAssert(actual);
    }

    /** It took exactly this long, in virtual time. */
    public VirtualRunAssert took(Duration expected) {
        isNotNull();
        Assertions.assertThat(actual.elapsed()).as("virtual time taken").isEqualTo(expected);
        return this;
    }

    /** It printed exactly these lines, in this order. */
    public VirtualRunAssert printed(String... lines) {
        isNotNull();
        Assertions.assertThat(actual.output()).as("printed lines").containsExactly(lines);
        return this;
    }

    /** It printed exactly these lines, in whatever order. */
    public VirtualRunAssert printedInAnyOrder(String... lines) {
        isNotNull();
        Assertions.assertThat(actual.output()).as("printed lines").containsExactlyInAnyOrder(lines);
        return this;
    }

    /** At this moment it printed exactly these lines, in this order. */
    public VirtualRunAssert printedAt(Duration moment, String... lines) {
        isNotNull();
        Assertions.assertThat(linesAt(moment)).as("lines printed at " + moment).containsExactly(lines);
        return this;
    }

    /** At this moment it printed exactly these lines, in whatever order. */
    public VirtualRunAssert printedInAnyOrderAt(Duration moment, String... lines) {
        isNotNull();
        Assertions.assertThat(linesAt(moment)).as("lines printed at " + moment).containsExactlyInAnyOrder(lines);
        return this;
    }

    private List<String> linesAt(Duration moment) {
        return actual.lines().stream()
                .filter(line -> line.at().equals(moment))
                .map(PrintedLine::text)
                .toList();
    }

    /** All its threads had ended when its body had. */
    public VirtualRunAssert leftNothingRunning() {
        isNotNull();
        Assertions.assertThat(actual.leftRunning()).as("threads left running").isEmpty();
        return this;
    }

    /** So many threads at the most had work in progress at one moment; see {@link VirtualRun#peakConcurrency}. */
    public VirtualRunAssert peakConcurrency(int expected) {
        isNotNull();
        Assertions.assertThat(actual.peakConcurrency()).as("peak concurrency").isEqualTo(expected);
        return this;
    }
}
