package benchmarks;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a server is to blame for what a batch took, and when it is not. */
class FetchServerLoadTest {

    @Test
    void aServerThatComputesLessThanItsClientIsNotTheBottleneck() {
        assertThatCode(() -> check(busy(30), ofMillis(250), ofMillis(200))).doesNotThrowAnyException();
    }

    @Test
    void aServerThatComputesMoreThanItsClientIs() {
        assertThatThrownBy(() -> check(busy(80), ofMillis(400), ofMillis(40)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the server is the bottleneck")
                .hasMessageContaining("1,000 requests took 300 ms beyond their latency")
                .hasMessageContaining("computed for 80 ms, the client for 40 ms")
                .hasMessageContaining("2.0 ms late");
    }

    @Test
    void soIsAServerThatComputesAllTheTimeWhileManyProcessorsShareTheClientsWork() {
        assertThatThrownBy(() -> check(busy(90), ofMillis(200), ofMillis(500)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the server is the bottleneck");
    }

    @Test
    void aServerThatIsLateBecauseTheClientTakesAllProcessorsIsNot() {
        var late = new FetchServerLoad(1_000, ofMillis(30), ofSeconds(200));

        assertThatCode(() -> check(late, ofSeconds(1), ofSeconds(2))).doesNotThrowAnyException();
    }

    @Test
    void whatAddsLittleToTheLatencyIsNoBottleneck() {
        assertThatCode(() -> check(busy(9), ofMillis(109), Duration.ZERO)).doesNotThrowAnyException();
    }

    @Test
    void onlyWhatWasDoneSinceIsLookedAt() {
        var before = new FetchServerLoad(1_000, ofSeconds(10), ofSeconds(10));
        var after = new FetchServerLoad(2_000, ofSeconds(10).plusMillis(30), ofSeconds(12));

        assertThatCode(() -> check(after.since(before), ofMillis(250), ofMillis(200)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(after, ofMillis(250), ofMillis(200))).isInstanceOf(IllegalStateException.class);
    }

    private static FetchServerLoad busy(long millis) {
        return new FetchServerLoad(1_000, ofMillis(millis), ofSeconds(2));
    }

    /** Of a batch whose requests all wait for 100 ms at once. */
    private static void check(FetchServerLoad load, Duration took, Duration client) {
        load.checkThatTheServerWasNotTheBottleneck(took, ofMillis(100), client);
    }
}
