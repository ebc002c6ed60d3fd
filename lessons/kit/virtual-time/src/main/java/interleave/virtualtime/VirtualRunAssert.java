package interleave.virtualtime;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** AssertJ assertions for a {@link VirtualRun}. All are exact. */
public final class VirtualRunAssert extends AbstractAssert<VirtualRunAssert, VirtualRun> {
    private VirtualRunAssert(VirtualRun actual) {
        super(actual, VirtualRunAssert.class);
    }

    /** Starts an assertion. Import this method statically. */
    public static VirtualRunAssert assertThat(VirtualRun actual) {
        return new VirtualRunAssert(actual);
    }

    /** Verifies that the run took exactly this virtual time. */
    public VirtualRunAssert took(Duration expected) {
        isNotNull();
        Assertions.assertThat(actual.elapsed()).as("virtual time taken").isEqualTo(expected);
        return this;
    }

    /** Verifies that the run printed exactly these lines, in this order. */
    public VirtualRunAssert printed(String... lines) {
        isNotNull();
        Assertions.assertThat(actual.output()).as("printed lines").containsExactly(lines);
        return this;
    }

    /** Verifies that the run printed exactly these lines, in any order. */
    public VirtualRunAssert printedInAnyOrder(String... lines) {
        isNotNull();
        Assertions.assertThat(actual.output()).as("printed lines").containsExactlyInAnyOrder(lines);
        return this;
    }

    /** Verifies that at {@code moment} the run printed exactly these lines, in this order. */
    public VirtualRunAssert printedAt(Duration moment, String... lines) {
        isNotNull();
        Assertions.assertThat(linesAt(moment)).as("lines printed at " + moment).containsExactly(lines);
        return this;
    }

    /** Verifies that at {@code moment} the run printed exactly these lines, in any order. */
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

    /** Verifies that all threads had ended when the body ended. */
    public VirtualRunAssert leftNothingRunning() {
        isNotNull();
        Assertions.assertThat(actual.leftRunning()).as("threads left running").isEmpty();
        return this;
    }

    /** Verifies that no exception ended a thread, except those that a handler of the program took. */
    public VirtualRunAssert hasNoUncaughtException() {
        isNotNull();
        Assertions.assertThat(actual.uncaught()).as("uncaught exceptions").isEmpty();
        return this;
    }

    /** Verifies that no data race was found. The run must have been started with {@link VirtualTime#findRaces}. */
    public VirtualRunAssert hasNoDataRace() {
        isNotNull();
        Assertions.assertThat(actual.races()).as("data races").isEmpty();
        return this;
    }

    /** Verifies that an exception of this type ended the thread with this name. */
    public VirtualRunAssert hasUncaughtException(String thread, Class<? extends Throwable> type) {
        isNotNull();
        Assertions.assertThat(actual.uncaught()).as("uncaught exceptions").anySatisfy(uncaught -> {
            Assertions.assertThat(uncaught.thread()).as("thread").isEqualTo(thread);
            Assertions.assertThat(uncaught.exception()).isInstanceOf(type);
        });
        return this;
    }

    /** Verifies the highest number of threads with work in progress at the same time. */
    public VirtualRunAssert peakConcurrency(int expected) {
        isNotNull();
        Assertions.assertThat(actual.peakConcurrency()).as("peak concurrency").isEqualTo(expected);
        return this;
    }
}
