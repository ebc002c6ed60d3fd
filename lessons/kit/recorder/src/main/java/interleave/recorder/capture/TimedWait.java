package interleave.recorder.capture;

import interleave.recorder.model.Place;
import interleave.recorder.model.State;
import interleave.recorder.stack.Wait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;

/** A recorded wait. Times are in nanoseconds since the epoch. */
record TimedWait(long start, long end, Wait why, List<Place> places) {

    /** Two parks this close together are one wait with a spurious wake-up, in nanoseconds. */
    private static final long SAME_WAIT = 200_000;

    /** A wait at an unknown place. */
    TimedWait(long start, long end, Wait why) {
        this(start, end, why, List.of());
    }

    TimedWait within(long from, long to) {
        return new TimedWait(Math.max(start, from), Math.min(end, to), why, places);
    }

    boolean contains(long time) {
        return start <= time && time <= end;
    }

    /** In order and without overlap: the wait that began first wins, for example a sleep over the park inside it. */
    static List<TimedWait> withoutOverlap(List<TimedWait> waits) {
        var sorted = new ArrayList<>(waits);
        sorted.sort(Comparator.comparingLong(TimedWait::start)
                .thenComparing(Comparator.comparingLong(TimedWait::end).reversed()));
        var separate = new ArrayList<TimedWait>();
        long covered = Long.MIN_VALUE;
        for (TimedWait wait : sorted) {
            if (wait.end > Math.max(wait.start, covered)) {
                separate.add(wait.within(covered, Long.MAX_VALUE));
                covered = wait.end;
            }
        }
        return separate;
    }

    /** Joins neighbours of the same kind if nothing happened between them. */
    static List<TimedWait> joined(List<TimedWait> separate, LongPredicate nothingSince) {
        var joined = new ArrayList<TimedWait>();
        for (TimedWait wait : separate) {
            if (!joined.isEmpty() && joined.getLast().isContinuedBy(wait) && nothingSince.test(joined.getLast().end)) {
                joined.add(new TimedWait(joined.removeLast().start, wait.end, wait.why, wait.places));
            } else {
                joined.add(wait);
            }
        }
        return joined;
    }

    private boolean isContinuedBy(TimedWait next) {
        return why.equals(next.why) && why.state() != State.SLEEP && next.start - end <= SAME_WAIT;
    }
}
