package interleave.recorder.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How many lanes are in progress, as a step function of time: at each key the count changes to its value. */
public record ConcurrencyLevel(TreeMap<Duration, Integer> steps) {

    /**
     * A lane that waits for the results of others starts them and takes them in, from queues with locks: that is no
     * task. Nor is what a library's own threads do for a moment.
     */
    private static final Duration ERRAND = Duration.ofMillis(100);

    public static ConcurrencyLevel of(List<Lane> lanes) {
        return ofSpans(lanes.stream().flatMap(ConcurrencyLevel::inProgress).toList());
    }

    private static Stream<Span> inProgress(Lane lane) {
        boolean coordinates = lane.spans().stream().anyMatch(span -> span.state() == State.RESULT);
        boolean helps = lane.isOfALibrary();
        return lane.spans().stream()
                .filter(span ->
                        span.state().isInProgress() && !(coordinates && isErrand(span)) && !(helps && isShort(span)));
    }

    private static boolean isShort(Span span) {
        return span.length().compareTo(ERRAND) < 0;
    }

    private static boolean isErrand(Span span) {
        return isShort(span)
                && switch (span.state()) {
                    case RUNNING, LOCK, OTHER -> true;
                    case SLEEP, IO, RESULT, IDLE -> false;
                };
    }

    /** How many of these go on. */
    public static ConcurrencyLevel ofSpans(List<Span> spans) {
        var changes = new TreeMap<Duration, Integer>();
        for (Span span : spans) {
            if (!span.length().isZero()) {
                changes.merge(span.start(), 1, Integer::sum);
                changes.merge(span.end(), -1, Integer::sum);
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

    /** The most at any moment from {@code start}, up to but not at {@code end}. */
    public int peakBetween(Duration start, Duration end) {
        var before = steps.floorEntry(start);
        int peak = before == null ? 0 : before.getValue();
        for (int count : steps.subMap(start, false, end, false).values()) {
            peak = Math.max(peak, count);
        }
        return peak;
    }
}
