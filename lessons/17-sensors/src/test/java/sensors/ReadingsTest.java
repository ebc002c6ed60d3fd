package sensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.ScheduleFailure;
import interleave.virtualtime.VirtualRunAssert;
import interleave.virtualtime.VirtualTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is between a sensor and its reader: the latest reading, as a whole, and with its age. */
class ReadingsTest {

    private static final int SCHEDULES = 1_000;

    @Test
    void queueDeliversReadingsThatGetOlderAndOlder() throws Exception {
        var run = VirtualTime.run(OldestFirst::main);

        VirtualRunAssert.assertThat(run)
                .printed(IntStream.rangeClosed(1, 10)
                        .mapToObj(reading -> "Steer by reading " + reading + ", " + (reading * 100 - 50) + " ms old")
                        .toArray(String[]::new));
    }

    @Test
    void latestReadingIsAsOldAsThePeriodOfItsSensorAtMost() throws Exception {
        var run = VirtualTime.run(LatestOnly::main);

        VirtualRunAssert.assertThat(run)
                .printed(IntStream.rangeClosed(1, 10)
                        .mapToObj(tick -> "Steer by reading " + (tick * 2 - 1) + ", 50 ms old")
                        .toArray(String[]::new));
    }

    @Test
    void twoVariablesAreReadBetweenTheirWrites() throws Exception {
        var run = VirtualTime.run(TornReading::main);

        VirtualRunAssert.assertThat(run)
                .printed(
                        "(1, 0), which is not on the diagonal",
                        "(2, 2)",
                        "(4, 3), which is not on the diagonal",
                        "(5, 5)");
    }

    @Test
    void oneObjectIsReadWhole() throws Exception {
        var run = VirtualTime.run(WholeReading::main);

        VirtualRunAssert.assertThat(run).printed("(0, 0)", "(2, 2)", "(3, 3)", "(5, 5)");
    }

    /** Even if nothing takes time between the two writes. */
    @Test
    void someScheduleReadsBetweenTheTwoWrites() {
        assertThatThrownBy(() -> VirtualTime.explore(SCHEDULES, () -> readWhileUpdating(new TornReading())))
                .isExactlyInstanceOf(ScheduleFailure.class)
                .hasMessageContaining("which is not on the diagonal");
    }

    @Test
    void noScheduleReadsHalfAnObject() {
        VirtualTime.explore(SCHEDULES, () -> readWhileUpdating(new WholeReading()));
    }

    private static void readWhileUpdating(Tracker tracker) throws Exception {
        var updating = Thread.ofPlatform().start(() -> {
            try {
                for (int coordinate = 1; coordinate <= 3; coordinate++) {
                    int next = coordinate;
                    tracker.update(() -> next, () -> next);
                }
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        });
        for (int look = 0; look < 3; look++) {
            var position = tracker.position();
            assertThat(position.x()).as(position.toString()).isEqualTo(position.y());
        }
        updating.join();
    }
}
