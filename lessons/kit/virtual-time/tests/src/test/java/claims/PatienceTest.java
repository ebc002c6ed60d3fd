package claims;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    @InVirtualTime
    void timesOutAfterFiveSeconds(VirtualClock clock) {
        var answer = new CompletableFuture<String>().orTimeout(5, SECONDS);

        assertThatThrownBy(answer::join).hasCauseInstanceOf(TimeoutException.class);
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(5));
    }
}
