package downloads;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import interleave.virtualtime.VirtualTime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** In virtual time: how long the versions take, how many files they download at once, and what a failure affects. */
class DownloaderTest {

    private static final int SCHEDULES = 30;
    private static final List<URI> PHOTOS = Versions.addresses(300);

    private final SimulatedFiles files = new SimulatedFiles(address -> ofMillis(100));

    @Test
    @InVirtualTime
    void oneAfterTheOtherTakesTheSum(VirtualClock clock) throws Exception {
        Versions.SEQUENTIAL.of(files, 6, result -> {}).downloadAll(PHOTOS);

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(30));
        assertThat(files.peak()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    @InVirtualTime
    void sixAtOnceTakeASixth(Versions version, VirtualClock clock) throws Exception {
        version.of(files, 6, result -> {}).downloadAll(PHOTOS);

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(5));
        assertThat(files.peak()).isEqualTo(6);
    }

    /** Although the files differ in size, no permit is idle, except at the end. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    @InVirtualTime
    void timeIsAtMostSumDividedBySixAndOneFile(Versions version, VirtualClock clock) throws Exception {
        var sizes = new SimulatedFiles(DownloaderTest::time);
        Duration sum = PHOTOS.stream().map(DownloaderTest::time).reduce(Duration.ZERO, Duration::plus);

        version.of(sizes, 6, result -> {}).downloadAll(PHOTOS);

        assertThat(clock.elapsed()).isBetween(sum.dividedBy(6), sum.dividedBy(6).plus(ofMillis(190)));
    }

    private static Duration time(URI address) {
        return ofMillis(10 + Math.floorMod(address.hashCode(), 181));
    }

    @ParameterizedTest
    @EnumSource
    void neverMoreThanSixUnderEverySchedule(Versions version) {
        VirtualTime.explore(SCHEDULES, () -> {
            var counted = new SimulatedFiles(address -> ofMillis(1));
            version.of(counted, 6, result -> {}).downloadAll(PHOTOS.subList(0, 12));
            assertThat(counted.peak()).isLessThanOrEqualTo(6);
            assertThat(counted.atOnce()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    @InVirtualTime
    void failureCostsNoOtherFileAndResultsAreInOrder(Versions version) throws Exception {
        files.failing(PHOTOS.get(1), new IOException("the disk is full"));
        var reported = Collections.synchronizedList(new ArrayList<Result>());

        List<Result> results = version.of(files, 6, reported::add).downloadAll(PHOTOS.subList(0, 9));

        assertThat(results).extracting(Result::address).isEqualTo(PHOTOS.subList(0, 9));
        assertThat(results.get(1)).isEqualTo(new Result.Failed(PHOTOS.get(1), "the disk is full"));
        assertThat(results.get(2)).isEqualTo(new Result.Saved(PHOTOS.get(2), Path.of("photo-3.jpg")));
        assertThat(reported).containsExactlyInAnyOrderElementsOf(results);
    }

    @ParameterizedTest
    @EnumSource
    @InVirtualTime
    void interruptEndsAllDownloads(Versions version, VirtualClock clock) throws Exception {
        var slow = new SimulatedFiles(address -> ofSeconds(60));
        var downloading =
                new FutureTask<>(() -> version.of(slow, 6, result -> {}).downloadAll(PHOTOS));
        Thread thread = Thread.ofVirtual().start(downloading);
        Thread.sleep(ofSeconds(1));

        thread.interrupt();

        assertThatThrownBy(downloading::get).hasRootCauseInstanceOf(InterruptedException.class);
        assertThat(slow.atOnce()).isZero();
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    /** Two calls of the version with virtual threads share its six permits. The pool has six threads for each call. */
    @Test
    @InVirtualTime
    void permitsOfVirtualThreadsAreSharedByAllCalls() throws Exception {
        assertThat(peakOfTwoCalls(Versions.VIRTUAL_THREADS)).isEqualTo(6);
        assertThat(peakOfTwoCalls(Versions.THREAD_POOL)).isEqualTo(12);
        assertThat(peakOfTwoCalls(Versions.EVENT_LOOP)).isEqualTo(12);
    }

    private static int peakOfTwoCalls(Versions version) throws Exception {
        var shared = new SimulatedFiles(address -> ofMillis(100));
        Downloader downloader = version.of(shared, 6, result -> {});
        var other = new FutureTask<>(() -> downloader.downloadAll(PHOTOS.subList(0, 30)));
        Thread.ofVirtual().start(other);
        downloader.downloadAll(PHOTOS.subList(30, 60));
        other.get();
        return shared.peak();
    }
}
