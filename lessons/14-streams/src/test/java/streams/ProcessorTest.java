package streams;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines are handled as they arrive, and either side can end the stream. */
class ProcessorTest {

    private static final int SCHEDULES = 100;

    @ParameterizedTest
    @EnumSource
    void handlerIsNeverIdleAfterTheFirstLine(Versions version) throws Exception {
        var run = run(version, Example.SLOW_HANDLER);

        assertThat(run).took(ofMillis(4_200)).leftNothingRunning();
        assertThat(handled(run))
                .isEqualTo(IntStream.rangeClosed(1, 8)
                        .mapToObj(line -> (200 + 500 * line) + " Handled line " + line)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void firstLineIsHandledBeforeTheLastIsRead(Versions version) throws Exception {
        assertThat(run(version, Example.SLOW_HANDLER)).printedAt(ofMillis(700), "Handled line 1");
        assertThat(timeOf(run(version, Example.SLOW_HANDLER), "Read line 8")).isGreaterThan(700);
    }

    @Test
    void listHandlesTheFirstLineAfterTheLastIsRead() throws Exception {
        var run = VirtualTime.run(() -> Example.SLOW_HANDLER.run(new AllLinesFirst()));

        assertThat(run)
                .took(ofMillis(5_600))
                .printedAt(ofMillis(1_600), "Read line 8")
                .printedAt(ofMillis(2_100), "Handled line 1");
    }

    @Test
    void sequentialAddsBothTimes() throws Exception {
        assertThat(VirtualTime.run(() -> Example.SLOW_HANDLER.run(new Sequential())))
                .took(ofMillis(5_600))
                .printedAt(ofMillis(700), "Handled line 1");
    }

    /** A queue without a limit is not faster. */
    @Test
    void unboundedQueueTakesAsLongAsBoundedOne() throws Exception {
        assertThat(VirtualTime.run(() -> Example.SLOW_HANDLER.run(new UnboundedQueue())))
                .took(ofMillis(4_200))
                .printedAt(ofMillis(1_600), "Read line 8");
    }

    @ParameterizedTest
    @EnumSource
    void slowSourceDecidesIfTheHandlerIsFast(Versions version) throws Exception {
        assertThat(run(version, Example.SLOW_SOURCE)).took(ofMillis(4_200)).leftNothingRunning();
    }

    // ---- either side ends

    @ParameterizedTest
    @EnumSource
    void handlerThatLeavesEndsTheReader(Versions version) throws Exception {
        var run = run(version, Example.LEAVE);

        assertThat(run)
                .took(ofMillis(1_700))
                .printedAt(ofMillis(1_700), "Handled line 3", "Source closed", peak(run))
                .leftNothingRunning();
        assertThat(timeOf(run, "Read line 7")).isNegative();
    }

    @ParameterizedTest
    @EnumSource
    void handlerThatLeavesEndsTheReaderUnderEverySchedule(Versions version) {
        VirtualTime.explore(SCHEDULES, () -> {
            var source = Chunks.of("a\nb\nc\nd\ne\nf\ng\nh\n".getBytes(UTF_8), 2);
            var handled = new ArrayList<String>();

            version.with(2).process(source, line -> handled.add(line) && handled.size() < 3);

            assertThat(handled).containsExactly("a", "b", "c");
            assertThat(source.isClosed()).isTrue();
            assertThat(source.read()).isLessThanOrEqualTo(7);
        });
    }

    @ParameterizedTest
    @EnumSource
    void failureOfTheSourceReachesTheCallerAfterTheLinesBefore(Versions version) throws Exception {
        var run = run(version, Example.BROKEN);

        assertThat(run).took(ofMillis(2_200)).leftNothingRunning();
        assertThat(run.output()).containsSubsequence("Handled line 4", "Failed: the disk is broken");
        assertThat(run.output()).containsSubsequence("Source closed", "Failed: the disk is broken");
    }

    @ParameterizedTest
    @EnumSource
    void failureOfTheHandlerReachesTheCallerAndEndsTheReader(Versions version) throws Exception {
        var failure = new IllegalStateException("no more paper");

        VirtualTime.explore(SCHEDULES, () -> {
            var source = Chunks.of("a\nb\nc\nd\ne\nf\ng\nh\n".getBytes(UTF_8), 2);

            assertThatThrownBy(() -> version.with(1).process(source, line -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
            assertThat(source.isClosed()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void allLinesArriveInOrderUnderEverySchedule(Versions version) {
        VirtualTime.explore(SCHEDULES, () -> {
            var handled = new ArrayList<String>();

            version.with(2).process(Chunks.of("a\nb\nc\nd\ne\nf".getBytes(UTF_8), 3), handled::add);

            assertThat(handled).containsExactly("a", "b", "c", "d", "e", "f");
        });
    }

    @ParameterizedTest
    @EnumSource
    void interruptedCallerEndsTheReader(Versions version) throws Exception {
        var run = VirtualTime.run(() -> {
            Thread caller = Thread.ofVirtual().start(() -> {
                try {
                    Example.SLOW_HANDLER.run(version.with(2));
                } catch (Exception stopped) {
                    IO.println("Stopped by " + stopped.getClass().getSimpleName());
                }
            });
            Thread.sleep(ofMillis(1_350));
            caller.interrupt();
            caller.join();
        });

        assertThat(run)
                .took(ofMillis(1_350))
                .printedAt(ofMillis(1_350), "Source closed", "Stopped by InterruptedException")
                .leftNothingRunning();
    }

    @ParameterizedTest
    @EnumSource
    void emptySourceHasNoLines(Versions version) throws Exception {
        var source = Chunks.of(new byte[0], 1);

        VirtualTime.run(() -> version.with(2).process(source, line -> {
            throw new AssertionError(line);
        }));

        assertThat(source.isClosed()).isTrue();
    }

    private static VirtualRun run(Versions version, Example example) throws Exception {
        return VirtualTime.run(() -> example.run(version.with(Example.CAPACITY)));
    }

    private static List<String> handled(VirtualRun run) {
        return run.lines().stream()
                .filter(line -> line.text().startsWith("Handled"))
                .map(line -> line.at().toMillis() + " " + line.text())
                .toList();
    }

    private static long timeOf(VirtualRun run, String text) {
        return run.lines().stream()
                .filter(line -> line.text().equals(text))
                .mapToLong(line -> line.at().toMillis())
                .findFirst()
                .orElse(-1);
    }

    private static String peak(VirtualRun run) {
        return run.output().getLast();
    }
}
