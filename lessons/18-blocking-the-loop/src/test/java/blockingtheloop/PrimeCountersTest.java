package blockingtheloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All versions compute the same. How long they take depends on the machine, so the benchmark measures it. */
class PrimeCountersTest {

    static List<PrimeCounter> versions() {
        return List.of(
                new Sequential(),
                new WithEventLoop(),
                new WithThreadPool(1),
                new WithThreadPool(4),
                new WithVirtualThreads(),
                new WithParallelStream());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void countsAreInTheOrderOfTheLimits(PrimeCounter version) throws Exception {
        assertThat(version.count(List.of(60_000, 2, 10, 1_000))).containsExactly(6_057L, 0L, 4L, 168L);
    }
}
