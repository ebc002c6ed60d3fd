package interleave.recorder.capture;

import static interleave.recorder.Recorded.lane;
import static interleave.recorder.Recorded.timeline;
import static interleave.recorder.Recorded.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import interleave.eventloop.EventLoop;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Timeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Failures are marked when they occur, even if the program does not report them. */
class RecordedFailuresTest {

    @Test
    void marksFailureInPoolEvenIfNotRetrieved() throws Exception {
        Timeline timeline = timeline(() -> {
            try (var pool = Executors.newFixedThreadPool(1, work -> new Thread(work, "pool"))) {
                pool.submit(RecordedFailuresTest::fail);
                pool.submit(() -> IO.println("and on"));
            }
        });

        assertThat(failures(timeline, "pool")).containsExactly("failed: no answer");
        assertThat(lane(timeline, "pool").marks()).extracting(Mark::line).contains("and on");
        assertThat(failures(timeline, "main")).isEmpty();
    }

    @Test
    void doesNotMarkIdleThreadsOfClosedPool() throws Exception {
        Timeline timeline = timeline(() -> {
            try (var pool = Executors.newFixedThreadPool(1, work -> new Thread(work, "pool"))) {
                pool.submit(() -> IO.println("done")).get();
            }
        });

        assertThat(failures(timeline, "pool")).isEmpty();
    }

    @Test
    void marksFailureOfThreadAndOfCompletableFuture() throws Exception {
        Timeline timeline = timeline(() -> {
            Thread.ofVirtual()
                    .name("bare")
                    .uncaughtExceptionHandler((thread, failure) -> {})
                    .start(RecordedFailuresTest::fail)
                    .join();
            Thread.ofPlatform()
                    .name("platform")
                    .uncaughtExceptionHandler((thread, failure) -> {})
                    .start(RecordedFailuresTest::fail)
                    .join();
            CompletableFuture.supplyAsync(
                            RecordedFailuresTest::fail,
                            work -> Thread.ofVirtual().name("future").start(work))
                    .exceptionally(failure -> 0)
                    .join();
        });

        assertThat(List.of("bare", "platform", "future"))
                .allSatisfy(name -> assertThat(failures(timeline, name)).containsExactly("failed: no answer"));
    }

    @Test
    void marksInterruptedSleep() throws Exception {
        Timeline timeline = timeline(() -> {
            Thread sleeper = Thread.ofVirtual().name("sleeper").start(() -> {
                try {
                    Thread.sleep(Duration.ofMinutes(1));
                } catch (InterruptedException woken) {
                    IO.println("woken");
                }
            });
            until(sleeper, Thread.State.TIMED_WAITING);
            sleeper.interrupt();
            sleeper.join();
        });

        assertThat(failures(timeline, "sleeper")).containsExactly("interrupted");
    }

    @Test
    void marksFailedOrCancelledLoopTaskAtItsEnd() throws Exception {
        Timeline timeline = timeline(() -> EventLoop.run(loop -> {
            var failing = loop.createTask(
                    "failing", () -> loop.sleep(Duration.ofMillis(1)).thenApply(slept -> fail()));
            var endless = loop.createTask("endless", () -> loop.sleep(Duration.ofMinutes(1)));
            return failing.handle((result, failure) -> endless.cancel(true))
                    .thenCompose(asked -> endless)
                    .exceptionally(cancelled -> null);
        }));

        assertThat(failures(timeline, "failing")).containsExactly("failed: no answer");
        assertThat(failures(timeline, "endless")).containsExactly("cancelled");
        assertThat(timeline.lanes())
                .filteredOn(lane -> lane.kind() == LaneKind.PLATFORM_THREAD)
                .flatExtracting(Lane::marks)
                .noneMatch(Mark::isFailure);
        assertThat(lane(timeline, "failing").marks())
                .extracting(Mark::at)
                .containsExactly(lane(timeline, "failing").end());
    }

    /** The JDK's client creates several exceptions when a request is cancelled, and stores them in its own futures. */
    @Test
    void doesNotMarkExceptionsInsideALibrary() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"))
                    .build();
            Timeline timeline = timeline(() -> {
                try (var pool = Executors.newFixedThreadPool(1, work -> new Thread(work, "pool"))) {
                    pool.submit(() -> sentAndCancelled(client, request, silent)).get();
                    pool.submit(RecordedFailuresTest::fail);
                }
            });

            assertThat(failures(timeline, "pool")).containsExactly("failed: no answer");
        }
    }

    private static boolean sentAndCancelled(HttpClient client, HttpRequest request, ServerSocket server)
            throws IOException {
        var response = client.sendAsync(request, BodyHandlers.discarding());
        try (var connection = server.accept()) {
            connection.getInputStream().read();
            return response.cancel(true);
        }
    }

    @Test
    void marksErrorStreamSeparatelyAndOmitsStackFrames() throws Exception {
        Timeline timeline = timeline(() -> {
            IO.println("as usual");
            System.err.print("oh dear\n\tat some.Class.method(Class.java:3)\n\t... 4 more\n");
        });

        assertThat(lane(timeline, "main").marks())
                .extracting(Mark::line, Mark::kind)
                .containsExactly(tuple("as usual", Mark.Kind.PRINTED), tuple("oh dear", Mark.Kind.PRINTED_TO_ERR));
    }

    private static int fail() {
        throw new IllegalStateException("no answer");
    }

    private static List<String> failures(Timeline timeline, String lane) {
        return lane(timeline, lane).marks().stream()
                .filter(Mark::isFailure)
                .map(Mark::line)
                .toList();
    }
}
