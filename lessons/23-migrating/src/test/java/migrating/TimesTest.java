package migrating;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualTime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How long each step takes: a query 100 ms, a request 200 ms, a file 20 ms. */
class TimesTest {

    static Duration time(Steps step, int shops, int connections) throws Exception {
        return VirtualTime.run(() -> {
                    try (var sources = new TestSources(shops, connections)) {
                        step.write(sources, line -> {});
                    }
                })
                .elapsed();
    }

    @ParameterizedTest
    @CsvSource({
        "SEQUENTIAL, 12800",
        "INDEPENDENT_SHOPS, 12800",
        "THREAD_POOL, 1460",
        "PARALLEL_STREAM, 3260",
        "VIRTUAL_THREADS, 1100",
        "NO_LOCK, 620",
        "PARTS_AT_ONCE, 400",
        "EVENT_LOOP, 400",
        "CONNECTION_HELD, 1280"
    })
    void fortyShopsOnTenConnections(Steps step, long millis) throws Exception {
        assertThat(time(step, 40, 10)).isEqualTo(ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "4, 2", "30, 7"})
    void originalTakesTheSumOfAllWaits(int shops, int connections) throws Exception {
        assertThat(time(Steps.SEQUENTIAL, shops, connections)).isEqualTo(ofMillis(320L * shops));
        assertThat(time(Steps.INDEPENDENT_SHOPS, shops, connections)).isEqualTo(ofMillis(320L * shops));
    }

    /** After 300 ms, the first shop reads its file, and then one file follows the other. */
    @ParameterizedTest
    @CsvSource({"1, 1", "40, 10", "40, 40", "80, 20"})
    void lockMakesFilesQueue(int shops, int connections) throws Exception {
        assertThat(time(Steps.VIRTUAL_THREADS, shops, connections))
                .isEqualTo(ofMillis(300 + Math.max(20L * shops, lastQuery(shops, connections) - 100 + 20)));
    }

    private static long lastQuery(int shops, int connections) {
        return 100L * rounds(shops, connections);
    }

    private static int rounds(int shops, int connections) {
        return (shops + connections - 1) / connections;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "40, 10", "40, 40", "39, 4", "80, 20"})
    void withoutLockTheLastQueryDeterminesTheTime(int shops, int connections) throws Exception {
        assertThat(time(Steps.NO_LOCK, shops, connections)).isEqualTo(ofMillis(lastQuery(shops, connections) + 220));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "40, 10", "40, 40", "39, 4", "80, 20"})
    void withPartsAtOnceOnlyTheQueueForConnectionsIsLeft(int shops, int connections) throws Exception {
        var expected = ofMillis(Math.max(200, lastQuery(shops, connections)));

        assertThat(time(Steps.PARTS_AT_ONCE, shops, connections)).isEqualTo(expected);
        assertThat(time(Steps.EVENT_LOOP, shops, connections)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "40, 10", "39, 4"})
    void heldConnectionMakesShopsQueue(int shops, int connections) throws Exception {
        assertThat(time(Steps.CONNECTION_HELD, shops, connections))
                .isEqualTo(ofMillis(320L * rounds(shops, connections)));
    }

    /** The rule of the lesson: stop when the next step gains less than a tenth. */
    @Test
    void everyStepButTheLastGainsAtLeastTenPercent() throws Exception {
        assertThat(gain(Steps.INDEPENDENT_SHOPS, Steps.THREAD_POOL)).isEqualTo(89);
        assertThat(gain(Steps.THREAD_POOL, Steps.PARALLEL_STREAM)).isEqualTo(-123);
        assertThat(gain(Steps.THREAD_POOL, Steps.VIRTUAL_THREADS)).isEqualTo(25);
        assertThat(gain(Steps.VIRTUAL_THREADS, Steps.NO_LOCK)).isEqualTo(44);
        assertThat(gain(Steps.NO_LOCK, Steps.PARTS_AT_ONCE)).isEqualTo(35);
        assertThat(gain(Steps.PARTS_AT_ONCE, Steps.EVENT_LOOP)).isZero();
    }

    private static long gain(Steps before, Steps after) throws Exception {
        long old = time(before, 40, 10).toMillis();
        return Math.round((old - time(after, 40, 10).toMillis()) * 100.0 / old);
    }

    /** A parallel stream within a pool of two has two threads, like the common pool and its caller on two cores. */
    @Test
    void onTwoCoresAParallelStreamWritesTwoShopsAtOnce() throws Exception {
        var run = VirtualTime.run(() -> {
            try (var sources = new TestSources(40, 10);
                    var twoCores = new ForkJoinPool(2)) {
                twoCores.submit(() -> {
                            Steps.PARALLEL_STREAM.write(sources, line -> {});
                            return null;
                        })
                        .get();
            }
        });

        assertThat(run.elapsed()).isBetween(ofMillis(20 * 320), ofMillis(22 * 320));
    }

    /** No request and no file is awaited any more, not even those of the shop that has failed. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PARALLEL_STREAM")
    void failureOfTheFirstShopEndsTheReportAtOnce(Steps step) throws Exception {
        var run = VirtualTime.run(() -> {
            try (var sources = new TestSources(9, 2, 1, EnumSet.of(TestSources.Fault.QUERY))) {
                assertThatThrownBy(() -> step.write(sources, line -> {})).isInstanceOf(SQLException.class);
            }
        });

        assertThat(run.elapsed()).isEqualTo(ofMillis(100));
    }

    @Test
    void computingOnTwoCoresGainsAtMostHalf() throws Exception {
        assertThat(computing(new Sequential())).isEqualTo(ofMillis(12_000));
        assertThat(computing(new WithThreadPool(10))).as("with a lock").isEqualTo(ofMillis(12_000));
        for (var step : new MorningReport[] {new NoLock(), new PartsAtOnce(), new WithEventLoop()}) {
            assertThat(computing(step)).isEqualTo(ofMillis(6_000));
        }
    }

    private static Duration computing(MorningReport step) throws Exception {
        return VirtualTime.run(() -> Example.of("computing").run(step)).elapsed();
    }
}
