package interleave.practice;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.Ending;
import interleave.recorder.model.Timeline;
import interleave.virtualtime.VirtualRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UntimedRunTest {

    @Test
    void threadsThatTheScheduleInterruptsAreNotBusyWaiting() {
        Timeline timeline = new Timeline("Counting", Duration.ZERO, Ending.DONE, List.of());
        var result = new VirtualRun(
                timeline.duration(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0);
        var yields = new Incidents(Optional.empty(), List.of(), 0, 1_000, List.of(), Optional.empty(), List.of());

        assertThat(new Run(0, result, Optional.empty(), timeline, yields).isBusyWaiting())
                .isTrue();
        assertThat(new UntimedRun(0, result, Optional.empty(), timeline, yields).isBusyWaiting())
                .isFalse();
    }
}
