package interleave.recorder.capture;

import interleave.recorder.model.Place;
import interleave.recorder.model.State;
import interleave.recorder.stack.Wait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;

/** A wait as recorded; times in nanoseconds since the epoch. */
record TimedWait(long start, long end, Wait why, List<Place> places) {

    /** Two parks that are this close are one wait that was woken for nothing, or looked at its watch. */
    private static final long SAME_WAIT = 200_000;

    /** A wait of which nobody knows where in the program it is. */
    TimedWait(long start, long end, Wait why) {
        this(start, end, why, List.of());
    }

    TimedWait within(long from, long to) {
        return new TimedWait(Math.max(start, from), Math.min(end, to), why, places);
    }

    boolean contains(long time) {
        return start <= time && time <= end;
    }

    /** In order and apart: of waits that overlap, the one that began first counts (a sleep, not the park inside). */
    static List<TimedWait> apart(List<TimedWait> waits) {
        var sorted = new ArrayList<>(waits);
        sorted.sort(Comparator.comparingLong(TimedWait::start)
                .thenComparing(Comparator.comparingLong(TimedWait::end).reversed()));
        var apart = new ArrayList<TimedWait>();
        long covered = Long.MIN_VALUE;
        for (TimedWait wait : sorted) {
            if (wait.end > Math.max(wait.start, covered)) {
                apart.add(wait.within(covered, Long.MAX_VALUE));
                covered = wait.end;
            }
        }
        return apart;
    }

    /** Joins neighbours that are one wait: of one kind, and nothing happened between them. */
    static List<TimedWait> joined(List<TimedWait> apart, LongPredicate nothingSince) {
        var joined = new ArrayList<TimedWait>();
        for (TimedWait wait : apart) {
            if (!joined.isEmpty() && joined.getLast().goesOnAs(wait) && nothingSince.test(joined.getLast().end)) {
                joined.add(new TimedWait(joined.removeLast().start, wait.end, wait.why, wait.places));
            } else {
                joined.add(wait);
            }
        }
        return joined;
    }

    private boolean goesOnAs(TimedWait next) {
        return why.equals(next.why) && why.state() != State.SLEEP && next.start - end <= SAME_WAIT;
    }
}
