package interleave.recorder.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The number of lanes in progress, as a step function of time: at each key it changes to the value. */
public record ConcurrencyLevel(TreeMap<Duration, Integer> steps) {

    /**
     * Shorter work does not count for a lane that also waits for results of others, because it only starts them and
     * collects their results. It does not count for a library thread, either, nor before and after a much longer
     * operation of the lane, where it acquires and releases a permit.
     */
    private static final Duration SHORT = Duration.ofMillis(100);

    private static final int MUCH_LONGER = 10;

    public static ConcurrencyLevel of(List<Lane> lanes) {
        return ofSpans(lanes.stream().flatMap(ConcurrencyLevel::inProgress).toList());
    }

    private static Stream<Span> inProgress(Lane lane) {
        boolean coordinates = lane.spans().stream().anyMatch(span -> span.state() == State.RESULT);
        boolean isOfLibrary = lane.isOfALibrary();
        Duration longest = longestOperation(lane);
        return lane.spans().stream()
                .filter(span -> span.state().isInProgress()
                        && !((coordinates || isMuchLonger(longest, span)) && isCoordination(span))
                        && !(isOfLibrary && isShort(span)));
    }

    private static Duration longestOperation(Lane lane) {
        return lane.spans().stream()
                .filter(span -> span.state().isInProgress() && span.state().isWait())
                .map(Span::length)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static boolean isMuchLonger(Duration operation, Span span) {
        return operation.compareTo(span.length().multipliedBy(MUCH_LONGER)) >= 0;
    }

    private static boolean isShort(Span span) {
        return span.length().compareTo(SHORT) < 0;
    }

    private static boolean isCoordination(Span span) {
        return isShort(span) && span.state() == State.RUNNING;
    }

    /** The number of these spans in progress. */
    public static ConcurrencyLevel ofSpans(List<Span> spans) {
        return ofOperations(spans.stream()
                .map(span -> new Operation(span.start(), span.end()))
                .toList());
    }

    /** The number of these operations under way. One that takes no time does not count. */
    public static ConcurrencyLevel ofOperations(List<Operation> operations) {
        var changes = new TreeMap<Duration, Integer>();
        for (Operation operation : operations) {
            if (!operation.length().isZero()) {
                changes.merge(operation.start(), 1, Integer::sum);
                changes.merge(operation.end(), -1, Integer::sum);
            }
        }
        int count = 0;
        for (Map.Entry<Duration, Integer> change : changes.entrySet()) {
            count += change.getValue();
            change.setValue(count);
        }
        return new ConcurrencyLevel(changes);
    }

    /** The highest level. */
    public int peak() {
        return steps.values().stream().mapToInt(count -> count).max().orElse(0);
    }

    /** The highest level from {@code start} (inclusive) to {@code end} (exclusive). */
    public int peakBetween(Duration start, Duration end) {
        var before = steps.floorEntry(start);
        int peak = before == null ? 0 : before.getValue();
        for (int count : steps.subMap(start, false, end, false).values()) {
            peak = Math.max(peak, count);
        }
        return peak;
    }
}
