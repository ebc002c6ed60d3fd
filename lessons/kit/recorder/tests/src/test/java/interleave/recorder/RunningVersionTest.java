package interleave.recorder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RunningVersionTest {
    @Test
    @Timeout(60)
    void failureOfTheRecorderReachesTheCaller() {
        var version = new RunningVersion(
                1,
                "Version",
                () -> {
                    throw new IllegalStateException("no event");
                },
                () -> {});
        version.start();

        assertThatThrownBy(version::await).hasRootCauseMessage("no event");
    }
}
