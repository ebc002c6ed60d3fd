package sensors;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The histogram counts each tick in one range. */
class LatenessTest {

    private final Lateness lateness = new Lateness();

    @Test
    void countsEachTickInTheRangeBelowItsLimit() {
        addMicros(0, 99, 100, 1_999, 2_000);

        assertThat(lateness.lines())
                .containsExactly(
                        "   below 0.1 ms       2 ################",
                        "   below 0.2 ms       1 ########",
                        "   below 0.5 ms       0",
                        "     below 1 ms       0",
                        "     below 2 ms       1 ########",
                        "     below 5 ms       1 ########");
    }

    @Test
    void leavesOutRangesBeforeTheFirstTick() {
        addMicros(700_000);

        assertThat(lateness.lines()).singleElement().asString().startsWith("  below 1000 ms       1 ####");
    }

    /** Otherwise you could not see the one tick that matters. */
    @Test
    void showsARareTickAsOneCharacter() {
        for (int tick = 0; tick < 9_999; tick++) {
            addMicros(0);
        }
        addMicros(5_000_000);

        assertThat(lateness.lines()).hasSize(14).last().isEqualTo("1000 ms or more       1 #");
    }

    @Test
    void countsTicksBelowALimit() {
        addMicros(50, 900, 1_000, 7_000_000);

        assertThat(lateness.below(ofMillis(1))).isEqualTo(2);
        assertThat(lateness.below(ofMillis(1_000))).isEqualTo(3);
        assertThat(lateness.count()).isEqualTo(4);
        assertThat(lateness.worst()).isEqualTo(ofMillis(7_000));
    }

    private void addMicros(long... micros) {
        for (long late : micros) {
            lateness.add(TimeUnit.MICROSECONDS.toNanos(late));
        }
    }
}
