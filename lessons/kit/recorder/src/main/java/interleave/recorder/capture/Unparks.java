package interleave.recorder.capture;

import interleave.recorder.model.PartitionPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private record Ended(long thread, TimedWait waited) {}

    void add(long thread, long time) {
        calls.add(new Unpark(thread, time));
    }

    /** The waits of these threads that were certainly ended by one of the calls. */
    List<RecordedWake> wakes(Collection<Track> tracks) {
        if (calls.size() > MAX) {
            return List.of();
        }
        calls.sort(Comparator.comparingLong(Unpark::time));
        Map<Unpark, List<Ended>> possible = new HashMap<>();
        var ended = new ArrayList<Ended>();
        for (Track track : tracks) {
            for (TimedWait wait : TimedWait.withoutOverlap(track.waits)) {
                if (isForOthers(wait)) {
                    ended.add(new Ended(track.id, wait));
                }
            }
        }
        for (Ended each : ended) {
            candidates(each)
                    .forEach(call -> possible.computeIfAbsent(call, first -> new ArrayList<>())
                            .add(each));
        }
        var wakes = new ArrayList<RecordedWake>();
        for (Ended each : ended) {
            onlyCaller(candidates(each).stream()
                            .filter(call ->
                                    possible.getOrDefault(call, List.of()).size() == 1)
                            .toList())
                    .ifPresent(call ->
                            wakes.add(new RecordedWake(call.thread, each.thread, call.time, each.waited.end())));
        }
        return wakes;
    }

    private static boolean isForOthers(TimedWait wait) {
        return switch (wait.why().state()) {
            case LOCK, RESULT, OTHER, IDLE -> true;
            case RUNNING, SLEEP, IO -> false;
        };
    }

    /** The calls of other threads during the wait, shortly before its end. */
    private List<Unpark> candidates(Ended ended) {
        long from = Math.max(ended.waited.start(), ended.waited.end() - SOON);
        int first = PartitionPoint.of(calls, call -> call.time < from);
        int after = PartitionPoint.of(calls, call -> call.time <= ended.waited.end());
        return calls.subList(first, Math.max(first, after)).stream()
                .filter(call -> call.thread != ended.thread)
                .toList();
    }

    private static Optional<Unpark> onlyCaller(List<Unpark> calls) {
        boolean isOne = calls.stream().map(Unpark::thread).distinct().count() == 1;
        return isOne ? Optional.of(calls.getLast()) : Optional.empty();
    }
}
