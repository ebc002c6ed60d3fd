package debugging;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import debugging.notifier.LeakingNotifier;
import debugging.notifier.RepairedNotifier;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualRunAssert;
import interleave.virtualtime.VirtualTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of the cafe, in virtual time. */
class NotifierTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 12, 30})
    void everyThirdTaskOfTheLeakingNotifierNeverEnds(int orders) throws Exception {
        assertThat(servedIn(VirtualTime.run(() -> LeakingNotifier.main(words(orders)))))
                .hasSize(orders - orders / 3);
        assertThat(servedIn(VirtualTime.run(() -> RepairedNotifier.main(words(orders)))))
                .hasSize(orders);
    }

    /** Its own statistics hide the leak. */
    @ParameterizedTest
    @ValueSource(ints = {3, 12})
    void bothSayThatNoMessageIsWithoutAnAnswer(int orders) throws Exception {
        String closed = "Closed: " + orders + " orders, 0 messages without an answer";

        assertThat(VirtualTime.run(() -> LeakingNotifier.main(words(orders))).output())
                .endsWith(closed);
        assertThat(VirtualTime.run(() -> RepairedNotifier.main(words(orders))).output())
                .endsWith(closed);
    }

    @Test
    void bothTakeTheSameTime() throws Exception {
        VirtualRunAssert.assertThat(VirtualTime.run(() -> LeakingNotifier.main(words(12))))
                .took(ofMillis(360))
                .leftNothingRunning();
        VirtualRunAssert.assertThat(VirtualTime.run(() -> RepairedNotifier.main(words(12))))
                .took(ofMillis(360))
                .leftNothingRunning();
    }

    private static List<String> servedIn(VirtualRun run) {
        return run.output().stream().filter(line -> line.startsWith("order ")).toList();
    }

    private static String[] words(int orders) {
        return new String[] {String.valueOf(orders)};
    }
}
