package interleave.recorder.capture;

import interleave.recorder.model.PartitionPoint;
import interleave.recorder.stack.Wait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The times during which carrier threads ran virtual threads. Flight Recorder (JDK 25.0.3) does not report that a
 * virtual thread waits for a monitor. But such a thread is not mounted, and no other wait explains that.
 *
 * <p>Flight Recorder does not report which virtual thread a carrier ran, either. So a wait is concluded only if no
 * mount covers the whole time between two events of a thread. A wait is missed if another thread ran during all of it,
 * but none is invented.
 */
final class Mounts {

    /** An upper limit for the number of mounts that overlap, since there is at most one per carrier. */
    private static final int AROUND = 256;
    /** Shorter gaps are ignored, since they may come from the measurement; in nanoseconds. */
    private static final long SHORT = 100_000;

    private final List<Mount> byStart = new ArrayList<>();
    private final List<Mount> byEnd = new ArrayList<>();

    Mounts(List<Mount> mounts) {
        byStart.addAll(mounts);
        byStart.sort(Comparator.comparingLong(Mount::start));
        byEnd.addAll(mounts);
        byEnd.sort(Comparator.comparingLong(Mount::end));
    }

    /** The part of a period without a known wait during which the thread cannot have run. */
    Optional<TimedWait> unmounted(long from, long to, Wait why) {
        if (byStart.isEmpty() || to - from < SHORT) {
            return Optional.empty();
        }
        long ran = endOfMountAt(from, to);
        long runsAgain = startOfMountAt(to, ran);
        return runsAgain - ran < SHORT ? Optional.empty() : Optional.of(new TimedWait(ran, runsAgain, why));
    }

    /** The end of the mount that contains {@code from}; {@code to} if it may have lasted until then. */
    private long endOfMountAt(long from, long to) {
        int begun = PartitionPoint.of(byStart, mount -> mount.start <= from);
        List<Mount> around = byStart.subList(Math.max(0, begun - AROUND), begun).reversed().stream()
                .filter(mount -> mount.end >= from)
                .toList();
        if (around.isEmpty()) {
            return to; // the mount had not ended when the recording ended
        }
        boolean mayHaveLasted = around.stream().anyMatch(mount -> mount.end >= to);
        return mayHaveLasted ? to : around.getFirst().end;
    }

    /** The start of the mount that contains {@code to}, not before {@code from}; {@code to} if there is none. */
    private long startOfMountAt(long to, long from) {
        int first = PartitionPoint.of(byEnd, mount -> mount.end < to);
        return byEnd.subList(first, Math.min(byEnd.size(), first + AROUND)).stream()
                .mapToLong(Mount::start)
                .filter(start -> start >= from && start <= to)
                .findFirst()
                .orElse(to);
    }

    /** A period in which a virtual thread ran on a carrier. Times are in nanoseconds since the epoch. */
    record Mount(long start, long end) {}
}
