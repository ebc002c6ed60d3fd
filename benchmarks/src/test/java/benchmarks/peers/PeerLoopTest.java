package benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every loop does what the benchmarks measure. */
class PeerLoopTest {

    @ParameterizedTest
    @EnumSource
    void runsCallbacksInOrder(PeerLoop peer) throws Exception {
        RunningLoop loop = peer.start();
        var tasks = new RoundRobin(3, 4);

        loop.execute(() -> tasks.start(loop));

        assertThatCode(tasks::await).doesNotThrowAnyException();
        loop.stop();
    }

    @ParameterizedTest
    @EnumSource
    void tasksTakeTurns(PeerLoop peer) throws Exception {
        RunningLoop loop = peer.start();
        var tasks = new RoundRobin(3, 4);

        loop.takeTurns(tasks);

        assertThatCode(tasks::await).doesNotThrowAnyException();
        loop.stop();
    }

    @ParameterizedTest
    @EnumSource
    void runsCallbacksAfterSleep(PeerLoop peer) throws Exception {
        RunningLoop loop = peer.start();
        var calls = new CallCounter(2);

        loop.execute(() -> {
            loop.sleep(Duration.ofMillis(1), calls);
            loop.sleep(Duration.ofMillis(1), calls);
        });

        assertThatCode(calls::await).doesNotThrowAnyException();
        loop.stop();
    }

    @ParameterizedTest
    @EnumSource
    void tasksHandNumbersToEachOther(PeerLoop peer) throws Exception {
        RunningLoop loop = peer.start();

        assertThat(loop.pingPong(100).get(RunningLoop.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS))
                .isEqualTo(100);
        loop.stop();
    }
}
