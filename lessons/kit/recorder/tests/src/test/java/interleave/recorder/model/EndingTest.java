package interleave.recorder.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import interleave.virtualtime.VirtualTime;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EndingTest {

    @Test
    void exceptionTellsHowVersionEnded() {
        assertThat(Ending.of(Optional.empty())).isEqualTo(Ending.DONE);
        assertThat(Ending.of(Optional.of(new IllegalStateException()))).isEqualTo(Ending.FAILED);
        assertThat(Ending.of(Optional.of(new InterruptedException()))).isEqualTo(Ending.STOPPED);
    }

    @Test
    void versionThatHangsIsStuck() {
        Throwable hung = catchThrowable(() -> VirtualTime.run(() -> new CountDownLatch(1).await()));

        assertThat(Ending.of(Optional.of(hung))).isEqualTo(Ending.STUCK);
    }
}
