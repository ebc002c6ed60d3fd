package benchmarks.http;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When the server is the bottleneck of a batch, and when it is not. */
class ServerLoadTest {

    @Test
    void acceptsServerThatComputesLessThanItsClient() {
        assertThatCode(() -> check(busy(30), ofMillis(250), ofMillis(200))).doesNotThrowAnyException();
    }

    @Test
    void failsWhenServerComputesMoreThanItsClient() {
        assertThatThrownBy(() -> check(busy(80), ofMillis(400), ofMillis(40)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The server is the bottleneck")
                .hasMessageContaining("1,000 requests took 300 ms beyond their latency")
                .hasMessageContaining("computed for 80 ms, the client for 40 ms")
                .hasMessageContaining("2.0 ms late");
    }

    @Test
    void failsWhenServerComputesMostOfTheTimeBeyondTheLatency() {
        assertThatThrownBy(() -> check(busy(90), ofMillis(200), ofMillis(500)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The server is the bottleneck");
    }

    @Test
    void acceptsServerThatIsLateBecauseTheClientTakesAllProcessors() {
        var late = new ServerLoad(1_000, ofMillis(30), ofSeconds(200));

        assertThatCode(() -> check(late, ofSeconds(1), ofSeconds(2))).doesNotThrowAnyException();
    }

    @Test
    void acceptsBatchThatTakesLittleLongerThanItsLatency() {
        assertThatCode(() -> check(busy(9), ofMillis(109), Duration.ZERO)).doesNotThrowAnyException();
    }

    @Test
    void ignoresWorkBeforeTheIteration() {
        var before = new ServerLoad(1_000, ofSeconds(10), ofSeconds(10));
        var after = new ServerLoad(2_000, ofSeconds(10).plusMillis(30), ofSeconds(12));

        assertThatCode(() -> check(after.since(before), ofMillis(250), ofMillis(200)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(after, ofMillis(250), ofMillis(200))).isInstanceOf(IllegalStateException.class);
    }

    private static ServerLoad busy(long millis) {
        return new ServerLoad(1_000, ofMillis(millis), ofSeconds(2));
    }

    /** For a batch whose requests all wait for 100 ms at once. */
    private static void check(ServerLoad load, Duration took, Duration client) {
        load.checkNotTheBottleneck(took, ofMillis(100), client);
    }
}
