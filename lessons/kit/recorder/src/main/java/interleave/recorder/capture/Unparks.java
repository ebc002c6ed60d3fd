package interleave.recorder.capture;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import interleave.recorder.model.PartitionPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calls of {@code LockSupport.unpark}, by which a thread that releases a permit, completes a future or adds an item
 * to a queue ends the wait of another. Flight Recorder does not report which thread was unparked. It is concluded if
 * only one wait ended soon after the call, and only one thread made such a call soon before the end of that wait.
 */
final class Unparks {

    /** A wait ends at most this long after the call, in nanoseconds. */
    private static final long SOON = 20_000_000;

    /** More calls than this take too long to be matched. */
    private static final int MAX = 100_000;

    private final List<Unpark> calls = new ArrayList<>();

    /**
     * One thread ended the wait of another. Times are in nanoseconds since the epoch.
     *
     * @param waker the id of its thread
     * @param woken the id of the thread that was waiting
     * @param from when the waker did it
     * @param to when the wait ended
     */
    record RecordedWake(long waker, long woken, long from, long to) {}

    private record Unpark(long thread, long time) {}

    /** A wait that has ended, and the calls that may have ended it. */
    private record Ended(long thread, TimedWait waited, List<Unpark> candidates) {}

    void add(long thread, long time) {
        calls.add(new Unpark(thread, time));
    }

    /** The waits of these threads that were certainly ended by one of the calls. */
    List<RecordedWake> wakes(Collection<Track> tracks) {
        if (calls.size() > MAX) {
            return List.of();
        }
        calls.sort(Comparator.comparingLong(Unpark::time));
        List<Ended> ended = tracks.stream().flatMap(this::ended).toList();
        Map<Unpark, Long> uses =
                ended.stream().flatMap(each -> each.candidates.stream()).collect(groupingBy(identity(), counting()));
        var wakes = new ArrayList<RecordedWake>();
        for (Ended each : ended) {
            onlyCaller(each.candidates.stream()
                            .filter(call -> uses.getOrDefault(call, 0L) == 1)
                            .toList())
                    .ifPresent(call ->
                            wakes.add(new RecordedWake(call.thread, each.thread, call.time, each.waited.end())));
        }
        return wakes;
    }

    private Stream<Ended> ended(Track track) {
        return TimedWait.withoutOverlap(track.waits).stream()
                .filter(Unparks::isForOthers)
                .map(wait -> new Ended(track.id, wait, candidates(track.id, wait)));
    }

    private static boolean isForOthers(TimedWait wait) {
        return switch (wait.why().state()) {
            case LOCK, RESULT, OTHER, IDLE -> true;
            case RUNNING, SLEEP, IO -> false;
        };
    }

    /** The calls of other threads during the wait, shortly before its end. */
    private List<Unpark> candidates(long thread, TimedWait wait) {
        long from = Math.max(wait.start(), wait.end() - SOON);
        int first = PartitionPoint.of(calls, call -> call.time < from);
        int after = PartitionPoint.of(calls, call -> call.time <= wait.end());
        return calls.subList(first, Math.max(first, after)).stream()
                .filter(call -> call.thread != thread)
                .toList();
    }

    private static Optional<Unpark> onlyCaller(List<Unpark> calls) {
        boolean isOne = calls.stream().map(Unpark::thread).distinct().count() == 1;
        return isOne ? Optional.of(calls.getLast()) : Optional.empty();
    }
}
