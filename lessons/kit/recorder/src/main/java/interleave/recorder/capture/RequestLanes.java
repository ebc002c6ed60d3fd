package interleave.recorder.capture;

import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Operation;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Requests as lanes, for a version in which no other lane shows them. A library such as Vert.x waits for responses on a
 * selector, so its thread looks idle.
 */
final class RequestLanes {

    private static final String DETAIL = "waiting for the server";

    /**
     * A request that a server in this JVM served. Times are in nanoseconds since the epoch.
     *
     * @param path its path, such as "/users/1"
     */
    record RecordedRequest(long start, long end, String path, boolean rejected) {

        /** The part of the request that lies in the version. */
        Operation in(VersionWindow version) {
            return new Operation(version.at(start), version.at(end), rejected);
        }
    }

    private final VersionWindow version;
    private final List<RecordedRequest> requests;

    RequestLanes(VersionWindow version, List<RecordedRequest> requests) {
        this.version = version;
        this.requests = requests.stream()
                .filter(request -> !request.rejected())
                .sorted(Comparator.comparingLong(RecordedRequest::start))
                .toList();
    }

    /** One lane per request, in the order of their start; none if the waits of these lanes show the requests. */
    List<Lane> without(List<Lane> lanes) {
        return isShownBy(lanes) ? List.of() : requests.stream().map(this::lane).toList();
    }

    /** Whether waits of lanes cover at least half of the time of the requests. A simulated response is a sleep. */
    private boolean isShownBy(List<Lane> lanes) {
        List<Span> waits = lanes.stream()
                .flatMap(lane -> lane.spans().stream())
                .filter(span -> span.state() == State.IO || span.state() == State.SLEEP)
                .toList();
        Duration shown = Duration.ZERO;
        Duration total = Duration.ZERO;
        for (RecordedRequest request : requests) {
            Operation operation = request.in(version);
            shown = shown.plus(longestOverlap(waits, operation));
            total = total.plus(operation.length());
        }
        return shown.multipliedBy(2).compareTo(total) >= 0;
    }

    private static Duration longestOverlap(List<Span> waits, Operation operation) {
        return waits.stream()
                .map(wait -> earlier(wait.end(), operation.end()).minus(later(wait.start(), operation.start())))
                .max(Comparator.naturalOrder())
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Lane lane(RecordedRequest request) {
        Operation operation = request.in(version);
        var wait = new Span(operation.start(), operation.end(), State.IO, DETAIL);
        return new Lane(
                "request " + request.path(),
                LaneKind.REQUEST,
                operation.start(),
                operation.end(),
                request.end() > version.end(),
                operation.length().isZero() ? List.of() : List.of(wait),
                List.of());
    }
}
