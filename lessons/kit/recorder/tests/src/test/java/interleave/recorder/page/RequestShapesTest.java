package interleave.recorder.page;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.localsite.Rendezvous;
import interleave.recorder.Recorded;
import interleave.recorder.layout.Labels;
import interleave.recorder.model.CriticalPath;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Operation;
import interleave.recorder.model.Queued;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import requests.Client;

/**
 * Six requests over real sockets, two at a time. The server responds only when two have arrived, and a latency later.
 * So there are three rounds, on a slow machine too, and what the timeline says is computed by hand.
 */
@Timeout(120)
class RequestShapesTest {

    private static final int REQUESTS = 6;
    private static final int PERMITS = 2;
    private static final Duration LATENCY = Duration.ofMillis(300);

    private static final Map<Client, Timeline> TIMELINES = new EnumMap<>(Client.class);

    @BeforeAll
    static void record() throws Exception {
        try (var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
                var unmeasured = Rendezvous.of(1, path -> path);
                var alone = Rendezvous.of(1, RequestShapesTest::slowly);
                var pairs = Rendezvous.of(PERMITS, RequestShapesTest::slowly)) {
            for (Client each : Client.values()) {
                each.fetch(client, addresses(unmeasured), PERMITS); // loads the classes
            }
            for (Client each : Client.values()) {
                Rendezvous server = permits(each) == 1 ? alone : pairs;
                TIMELINES.put(each, Recorded.timeline(() -> each.fetch(client, addresses(server), PERMITS)));
                assertThat(server.wasCrowded()).isFalse();
            }
        }
    }

    private static List<URI> addresses(Rendezvous server) {
        return IntStream.rangeClosed(1, REQUESTS)
                .mapToObj(number -> server.uri("/pages/" + number))
                .toList();
    }

    private static String slowly(String path) {
        try {
            Thread.sleep(LATENCY);
            return path;
        } catch (InterruptedException closing) {
            throw new IllegalStateException(closing);
        }
    }

    private static int permits(Client client) {
        return client == Client.SEQUENTIAL ? 1 : PERMITS;
    }

    @ParameterizedTest
    @EnumSource
    void countsOperationsAtTheSameTime(Client client) {
        Timeline timeline = TIMELINES.get(client);

        assertThat(timeline.performed()).hasSize(REQUESTS);
        assertThat(timeline.concurrency()).isEqualTo(String.valueOf(permits(client)));
    }

    @ParameterizedTest
    @EnumSource
    void countsLanesAtTheSameTimeIfNoRequestsAreRecorded(Client client) {
        Timeline recorded = TIMELINES.get(client);
        var lanesOnly = new Timeline(recorded.version(), recorded.duration(), recorded.ending(), recorded.lanes());

        assertThat(lanesOnly.peakInProgress()).isLessThanOrEqualTo(permits(client));
    }

    /** The request that needs a permit starts after a request that returns one has ended. */
    @ParameterizedTest
    @EnumSource
    void requestsFormRounds(Client client) {
        List<Operation> operations = TIMELINES.get(client).performed();
        int permits = permits(client);
        List<Duration> starts = sorted(operations, Operation::start);
        List<Duration> ends = sorted(operations, Operation::end);

        assertThat(operations).allSatisfy(each -> assertThat(each.length()).isGreaterThanOrEqualTo(LATENCY));
        for (int next = permits; next < REQUESTS; next++) {
            assertThat(starts.get(next)).isGreaterThanOrEqualTo(ends.get(next - permits));
        }
        for (int round = 0; round < REQUESTS; round += permits) {
            assertThat(starts.get(round + permits - 1))
                    .as("all requests of a round start before any of them ends")
                    .isLessThan(ends.get(round));
        }
    }

    @ParameterizedTest
    @EnumSource
    void durationIsNumberOfRoundsTimesLatency(Client client) {
        Timeline timeline = TIMELINES.get(client);
        Duration sum = sum(timeline.performed());
        Duration rounds = LATENCY.multipliedBy(REQUESTS / permits(client));

        assertThat(timeline.duration()).isGreaterThanOrEqualTo(rounds);
        assertThat(timeline.duration().multipliedBy(permits(client)))
                .as("requests that are under way share the time")
                .isGreaterThanOrEqualTo(sum);
    }

    @ParameterizedTest
    @EnumSource
    void sentenceSaysHowManyOverlapIfTheyExplainTheTime(Client client) {
        Timeline timeline = TIMELINES.get(client);
        String sentence = TimelineSummary.of(timeline, CriticalPath.of(timeline));
        String expected = "6 operations with a total of " + Labels.duration(sum(timeline.performed()))
                + (permits(client) == 1 ? ", one after the other, " : ", up to 2 at the same time, ")
                + "so it took " + Labels.time(timeline) + ".";

        if (isExplainedBy(timeline, timeline.performed())) {
            assertThat(sentence).startsWith(expected);
        } else {
            assertThat(sentence).doesNotContain("operations with");
        }
    }

    /**
     * One request of each round is on the path. On a busy machine, a thread may wake up so late that its waker is a
     * guess, and then the sentence must say so, or be missing.
     */
    @ParameterizedTest
    @EnumSource
    void criticalPathHasOneRequestOfEachRound(Client client) {
        Timeline timeline = TIMELINES.get(client);
        CriticalPath path = CriticalPath.of(timeline);
        Duration requests = path.steps().stream()
                .filter(step -> step.span().state() == State.IO)
                .map(CriticalPath.Step::length)
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(path.steps())
                .isSortedAccordingTo(Comparator.comparing(CriticalPath.Step::from))
                .last()
                .satisfies(last -> assertThat(last.to()).isEqualTo(timeline.duration()));
        if (path.isGuess()) {
            String expected = timeline.isExplainedBy(path.length()) ? "Probable critical path: " : "";
            assertThat(TimelineSummary.of(timeline, path)).contains(expected).doesNotContain("Critical path: ");
            return;
        }
        assertThat(requests)
                .as("%s", path)
                .isGreaterThanOrEqualTo(LATENCY.multipliedBy(REQUESTS / permits(client)))
                .isLessThanOrEqualTo(timeline.duration());
    }

    /** Threads and tasks that wait for a response show the request. The threads of a library do not. */
    @ParameterizedTest
    @EnumSource
    void drawsRequestsThatNoThreadOrTaskShows(Client client) {
        Timeline timeline = TIMELINES.get(client);
        List<Lane> requests = timeline.lanes().stream()
                .filter(lane -> lane.kind() == LaneKind.REQUEST)
                .toList();

        if (client == Client.LIBRARY) {
            assertThat(requests).hasSize(REQUESTS);
            assertThat(requests).extracting(Lane::name).contains("request /pages/1", "request /pages/6");
            assertThat(requests).extracting(Lane::start).isEqualTo(sorted(timeline.performed(), Operation::start));
        } else {
            assertThat(requests).isEmpty();
        }
    }

    @Test
    void othersWaitForPermitInFirstRound() {
        for (Client client : List.of(Client.THREADS, Client.VIRTUAL_THREADS)) {
            Timeline timeline = TIMELINES.get(client);
            Duration firstEnd = sorted(timeline.performed(), Operation::end).getFirst();
            Duration inFirstRound = firstEnd.minusMillis(1);

            assertThat(timeline.lanes())
                    .filteredOn(lane -> isInState(lane, State.OTHER, inFirstRound))
                    .as("%s", client)
                    .hasSize(REQUESTS - PERMITS);
            assertThat(timeline.lanes())
                    .filteredOn(lane -> isInState(lane, State.IO, inFirstRound))
                    .as("%s", client)
                    .hasSize(PERMITS);
        }
    }

    /** Two threads begin the first two tasks, and the other four stay in the queue of the pool. */
    @Test
    void poolQueueHoldsTasksThatNoThreadHasBegun() {
        Timeline timeline = TIMELINES.get(Client.SMALL_POOL);
        Duration firstEnd = sorted(timeline.performed(), Operation::end).getFirst();

        assertThat(timeline.scheduling().queued())
                .hasSize(REQUESTS)
                .allSatisfy(task -> assertThat(task.kind()).isEqualTo(Queued.QueueKind.POOL))
                .filteredOn(
                        task -> task.from().compareTo(firstEnd) < 0 && task.to().compareTo(firstEnd) > 0)
                .hasSize(REQUESTS - PERMITS);
    }

    /** A permit is released after the response, so a thread that wakes another one has ended its request. */
    @ParameterizedTest
    @EnumSource(names = {"THREADS", "VIRTUAL_THREADS"})
    void threadThatReleasesPermitWakesOneThatWaitsForIt(Client client) {
        Timeline timeline = TIMELINES.get(client);
        List<Lane> lanes = timeline.lanes();

        assertThat(timeline.scheduling().wakes())
                .filteredOn(wake -> waitsForPermitUntil(lanes.get(wake.woken()), wake.to()))
                .allSatisfy(wake -> assertThat(lanes.get(wake.waker()).spans())
                        .as("%s", lanes.get(wake.waker()))
                        .anyMatch(span -> span.state() == State.IO && span.end().compareTo(wake.from()) <= 0));
    }

    private static boolean waitsForPermitUntil(Lane lane, Duration end) {
        return lane.spans().stream()
                .anyMatch(span -> span.detail().equals("waiting for a permit")
                        && span.end().minus(end).abs().compareTo(Duration.ofNanos(1_000)) <= 0);
    }

    private static boolean isInState(Lane lane, State state, Duration at) {
        return lane.spans().stream()
                .anyMatch(span -> span.state() == state
                        && span.start().compareTo(at) <= 0
                        && span.end().compareTo(at) > 0);
    }

    /** Whether at least nine tenths of the time pass while a request is under way. */
    private static boolean isExplainedBy(Timeline timeline, List<Operation> operations) {
        Duration covered = Duration.ZERO;
        Duration until = Duration.ZERO;
        for (Operation each : operations.stream()
                .sorted(Comparator.comparing(Operation::start))
                .toList()) {
            Duration from = each.start().compareTo(until) > 0 ? each.start() : until;
            if (each.end().compareTo(from) > 0) {
                covered = covered.plus(each.end().minus(from));
                until = each.end();
            }
        }
        return covered.multipliedBy(10).compareTo(timeline.duration().multipliedBy(9)) >= 0;
    }

    private static Duration sum(List<Operation> operations) {
        return operations.stream().map(Operation::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Duration> sorted(List<Operation> operations, Function<Operation, Duration> time) {
        return operations.stream().map(time).sorted().toList();
    }
}
