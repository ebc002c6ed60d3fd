package interleave.recorder;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many lanes are in progress, as a step function of time: at each key the count changes to its value. */
record Progress(TreeMap<Duration, Integer> steps) {

    /** A lane that waits for the results of others starts them and takes them in: that alone is no task. */
    private static final Duration ERRAND = Duration.ofMillis(100);

    static Progress of(List<Lane> lanes) {
        var changes = new TreeMap<Duration, Integer>();
        for (Lane lane : lanes) {
            boolean coordinates = lane.spans().stream().anyMatch(span -> span.state() == State.RESULT);
            for (Span span : lane.spans()) {
                boolean errand = coordinates && span.state() == State.RUNNING && span.length().compareTo(ERRAND) < 0;
                if (span.state().isInProgress() && !errand && !span.length().isZero()) {
                    changes.merge(span.start(), 1, Integer::sum);
                    changes.merge(span.end(), -1, Integer::sum);
                }
            }
        }
        int count = 0;
        for (Map.Entry<Duration, Integer> change : changes.entrySet()) {
            count += change.getValue();
            change.setValue(count);
        }
        return new Progress(changes);
    }

    int peak() {
        return steps.values().stream().mapToInt(count -> count).max().orElse(0);
    }

    /** The most at any moment from {@code start}, up to but not at {@code end}. */
    int peakBetween(Duration start, Duration end) {
        var before = steps.floorEntry(start);
        int peak = before == null ? 0 : before.getValue();
        for (int count : steps.subMap(start, false, end, false).values()) {
            peak = Math.max(peak, count);
        }
        return peak;
    }
}
