package interleave.recorder.capture;

import interleave.recorder.model.PartitionPoint;
import interleave.recorder.stack.Wait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When carrier threads ran virtual threads. Flight Recorder (25.0.3) does not tell that a virtual thread waits for a
 * monitor: but then it is not mounted, and no other wait explains why.
 *
 * <p>It is not recorded which virtual thread a carrier ran, either. So a thread is said to wait only when no mount at
 * all lasted from its first sign of life to the next: a wait may be missed when another thread ran all that time, but
 * none is made up.
 */
final class Mounts {

    /** More mounts than carriers are never open at once. */
    private static final int AROUND = 256;
    /** A gap shorter than this is not worth telling, and may be the measurement's. */
    private static final long SHORT = 100_000;

    private final List<Mount> byStart = new ArrayList<>();
    private final List<Mount> byEnd = new ArrayList<>();

    Mounts(List<Mount> mounts) {
        byStart.addAll(mounts);
        byStart.sort(Comparator.comparingLong(Mount::start));
        byEnd.addAll(mounts);
        byEnd.sort(Comparator.comparingLong(Mount::end));
    }

    /** The part of a stretch without a known wait in which the thread cannot have run. */
    Optional<TimedWait> unmounted(long from, long to, Wait why) {
        if (byStart.isEmpty() || to - from < SHORT) {
            return Optional.empty();
        }
        long ran = endOfMountAt(from, to);
        long runsAgain = startOfMountAt(to, ran);
        return runsAgain - ran < SHORT ? Optional.empty() : Optional.of(new TimedWait(ran, runsAgain, why));
    }

    /** The end of the mount that {@code from} lies in; {@code to} when it may have lasted till then. */
    private long endOfMountAt(long from, long to) {
        int begun = PartitionPoint.of(byStart, mount -> mount.start <= from);
        List<Mount> around = byStart.subList(Math.max(0, begun - AROUND), begun).reversed().stream()
                .filter(mount -> mount.end >= from)
                .toList();
        if (around.isEmpty()) {
            return to; // the mount was not over when the recording ended
        }
        boolean mayHaveLasted = around.stream().anyMatch(mount -> mount.end >= to);
        return mayHaveLasted ? to : around.getFirst().end;
    }

    /** The start of the mount that {@code to} lies in, not before {@code from}; {@code to} itself without any. */
    private long startOfMountAt(long to, long from) {
        int first = PartitionPoint.of(byEnd, mount -> mount.end < to);
        return byEnd.subList(first, Math.min(byEnd.size(), first + AROUND)).stream()
                .mapToLong(Mount::start)
                .filter(start -> start >= from && start <= to)
                .findFirst()
                .orElse(to);
    }

    /** One virtual thread ran on one carrier; times in nanoseconds since the epoch. */
    record Mount(long start, long end) {}
}
