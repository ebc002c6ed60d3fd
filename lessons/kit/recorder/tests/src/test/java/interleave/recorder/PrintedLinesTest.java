package interleave.recorder;

import static interleave.recorder.Recorded.lane;
import static interleave.recorder.Recorded.lines;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Printed lines are complete, in order, in the right lane, and passed on unchanged. */
class PrintedLinesTest {

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @BeforeEach
    void captureOutput() {
        System.setOut(new PrintStream(bytes, true, UTF_8));
    }

    @AfterEach
    void restoreOutput() {
        System.setOut(before);
    }

    @Test
    void passesOutputOnUnchanged() throws Exception {
        try (Recorder recorder = Recorder.start()) {
            recorder.record("prints", () -> {
                System.out.print("grüße ");
                System.out.println("日本 🙂");
                System.out.write(new byte[] {(byte) 0xff, '\r', '\n', '\n'});
                System.out.print("no end");
                System.out.flush();
            });
            assertThat(bytes.toByteArray())
                    .isEqualTo(concat("grüße 日本 🙂" + System.lineSeparator(), 0xff, "\r\n\nno end"));
            assertThat(lines(lane(recorder.timelines().getFirst(), "main")))
                    .containsExactly("grüße 日本 🙂", "\ufffd", "", "no end");
        }
    }

    @Test
    void assemblesLinesPerThread() throws Exception {
        var received = Collections.synchronizedList(new ArrayList<String>());
        try (Recorder recorder = Recorder.start((version, since, line) -> received.add(line))) {
            recorder.record("pieces", () -> {
                var together = new CyclicBarrier(4);
                var pieces = IntStream.range(0, 4)
                        .mapToObj(i -> piecewise("t" + i, together))
                        .toList();
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (var piece : threads.invokeAll(pieces)) {
                        piece.get();
                    }
                }
            });
            Timeline timeline = recorder.timelines().getFirst();
            var expected =
                    IntStream.range(0, 4).mapToObj(i -> "t" + i + " and t" + i).toList();
            assertThat(received).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(timeline.lanes())
                    .filteredOn(lane -> lane.kind() == LaneKind.VIRTUAL_THREAD)
                    .extracting(Recorded::lines)
                    .containsExactlyInAnyOrderElementsOf(
                            expected.stream().map(List::of).toList());
            assertThat(bytes.size())
                    .as("the listener receives the lines instead")
                    .isZero();
        }
    }

    @Test
    void recordsIncompleteLineForItsThread() throws Exception {
        try (Recorder recorder = Recorder.start((version, since, line) -> {})) {
            recorder.record(
                    "unended",
                    () -> Thread.ofVirtual()
                            .name("printer")
                            .start(() -> IO.print("half"))
                            .join());
            assertThat(lines(lane(recorder.timelines().getFirst(), "printer"))).containsExactly("half");
        }
    }

    @Test
    void lineOfThreadThatOutlivesItsVersionNamesThatVersion() throws Exception {
        var received = Collections.synchronizedList(new ArrayList<String>());
        var nextRuns = new CountDownLatch(1);
        var late = new CompletableFuture<Thread>();
        try (Recorder recorder = Recorder.start((version, since, line) -> received.add(version + ": " + line))) {
            recorder.record(
                    "first",
                    () -> late.complete(Thread.ofVirtual().start(() -> {
                        try {
                            nextRuns.await();
                        } catch (InterruptedException stopped) {
                            throw new IllegalStateException(stopped);
                        }
                        IO.println("late");
                    })));
            recorder.record("second", () -> {
                nextRuns.countDown();
                late.join().join();
            });
        }
        assertThat(received).containsExactly("first: late");
    }

    @Test
    void listenerMayPrintToSystemOut() throws Exception {
        try (Recorder recorder = Recorder.start((version, since, line) -> System.out.print("<" + line + ">"))) {
            recorder.record("prints", () -> IO.println("hello"));
            assertThat(bytes.toString(UTF_8)).isEqualTo("<hello>");
        }
    }

    private static Callable<String> piecewise(String name, CyclicBarrier together) {
        return () -> {
            System.out.print(name);
            together.await(); // all threads have started a line, and none has ended it
            System.out.print(" and ");
            together.await();
            System.out.println(name);
            return name;
        };
    }

    private static byte[] concat(String first, int single, String last) {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(first.getBytes(UTF_8));
        joined.write(single);
        joined.writeBytes(last.getBytes(UTF_8));
        return joined.toByteArray();
    }
}
