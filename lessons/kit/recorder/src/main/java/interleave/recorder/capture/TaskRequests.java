package interleave.recorder.capture;

import interleave.recorder.model.Place;
import interleave.recorder.model.State;
import interleave.recorder.stack.Wait;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** What a task asked the loop for, and where: what it waits for when it does nothing is what it last asked for. */
final class TaskRequests {

    static final TaskRequests NONE = new TaskRequests(new TreeMap<>(), new TreeMap<>());

    private static final Wait RESULT = new Wait(State.RESULT, "waits for a result");
    private static final Wait OUTSIDE = new Wait(State.OTHER, "waits for what is done outside the loop");
    private static final Wait SOCKET = new Wait(State.IO, "waits for a socket");
    private static final Map<String, Wait> WAITS = Map.of(
            "interleave.eventloop.futures.Adopted",
            OUTSIDE,
            "interleave.eventloop.futures.OffLoop$Call",
            OUTSIDE,
            "interleave.eventloop.Connection$Read",
            SOCKET,
            "interleave.eventloop.Connecting",
            SOCKET);
    /** They wait for what was asked for before: a limit's timer, several at once, a future that is done. */
    private static final Set<String> ONLY_FOLLOW = Set.of(
            "interleave.eventloop.futures.Gather",
            "interleave.eventloop.futures.GatherSettled",
            "interleave.eventloop.futures.Timeout",
            "interleave.eventloop.futures.Follower",
            "interleave.eventloop.futures.Sleep",
            "interleave.eventloop.futures.AwaitedFuture");

    private final NavigableMap<Long, LoopEvent> all;
    /** Without its own sleeps: who waits for something else sleeps no more. */
    private final NavigableMap<Long, LoopEvent> others;

    private TaskRequests(NavigableMap<Long, LoopEvent> all, NavigableMap<Long, LoopEvent> others) {
        this.all = all;
        this.others = others;
    }

    static TaskRequests of(List<LoopEvent> asked, List<LoopEvent> sleeps) {
        var all = new TreeMap<Long, LoopEvent>();
        asked.forEach(request -> all.put(request.start(), request));
        var others = new TreeMap<>(all);
        for (LoopEvent sleep : sleeps) {
            Long request = all.floorKey(sleep.start());
            if (request != null) {
                others.remove(request);
            }
        }
        return new TaskRequests(all, others);
    }

    /** Where a sleep was asked for. */
    List<Place> placesOf(LoopEvent sleep) {
        return placesAt(sleep.start(), all);
    }

    /** Where the task asked for what it waits for at a moment at which it does not sleep. */
    List<Place> placesAt(long time) {
        return placesAt(time, others);
    }

    /** What it waits for then. */
    Wait waitAt(long time) {
        Map.Entry<Long, LoopEvent> last = others.floorEntry(time);
        while (last != null && ONLY_FOLLOW.contains(last.getValue().future())) {
            last = others.lowerEntry(last.getKey());
        }
        return last == null ? RESULT : WAITS.getOrDefault(last.getValue().future(), RESULT);
    }

    private static List<Place> placesAt(long time, NavigableMap<Long, LoopEvent> requests) {
        var last = requests.floorEntry(time);
        return last == null ? List.of() : last.getValue().places();
    }
}
