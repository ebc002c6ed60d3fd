package interleave.recorder.capture;

import interleave.recorder.model.Place;
import interleave.recorder.model.State;
import interleave.recorder.stack.Wait;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The requests of a task to its loop. A task that waits is assumed to wait for its last request. */
final class TaskRequests {

    static final TaskRequests NONE = new TaskRequests(new TreeMap<>(), new TreeMap<>());

    private static final Wait RESULT = new Wait(State.RESULT, State.RESULT.meaning());
    private static final Wait OUTSIDE = new Wait(State.IO, "waiting for work outside the loop");
    private static final Wait SOCKET = new Wait(State.IO, "waiting for a socket");
    /** The semaphore of the loop, on which its lock and its queue are built. */
    private static final Wait SEMAPHORE = new Wait(State.OTHER, "waiting in a queue");

    private static final Map<String, Wait> WAITS = Map.of(
            "interleave.eventloop.AsyncSemaphore$Waiter",
            SEMAPHORE,
            "interleave.eventloop.futures.Adopted",
            OUTSIDE,
            "interleave.eventloop.futures.OffLoop$Call",
            OUTSIDE,
            "interleave.eventloop.Connection$Read",
            SOCKET,
            "interleave.eventloop.Connecting",
            SOCKET);
    /** Futures that depend on an earlier request, such as those of timeouts and gather. */
    private static final Set<String> DEPENDENT = Set.of(
            "interleave.eventloop.futures.Gather",
            "interleave.eventloop.futures.GatherSettled",
            "interleave.eventloop.futures.Timeout",
            "interleave.eventloop.futures.Follower",
            "interleave.eventloop.futures.Sleep",
            "interleave.eventloop.futures.AwaitedFuture");

    private final NavigableMap<Long, LoopEvent> all;
    /** Without the sleeps. */
    private final NavigableMap<Long, LoopEvent> others;

    private TaskRequests(NavigableMap<Long, LoopEvent> all, NavigableMap<Long, LoopEvent> others) {
        this.all = all;
        this.others = others;
    }

    static TaskRequests of(List<LoopEvent> requested, List<LoopEvent> sleeps) {
        var all = new TreeMap<Long, LoopEvent>();
        requested.forEach(request -> all.put(request.start(), request));
        var others = new TreeMap<>(all);
        for (LoopEvent sleep : sleeps) {
            Long request = all.floorKey(sleep.start());
            if (request != null) {
                others.remove(request);
            }
        }
        return new TaskRequests(all, others);
    }

    /** Where the task started a sleep. */
    List<Place> placesOf(LoopEvent sleep) {
        return placesAt(sleep.start(), all);
    }

    /** Where the task made the request that it waits for, at a time at which it does not sleep. */
    List<Place> placesAt(long time) {
        return placesAt(time, others);
    }

    /** What the task waits for at this time. */
    Wait waitAt(long time) {
        Map.Entry<Long, LoopEvent> last = others.floorEntry(time);
        while (last != null && DEPENDENT.contains(last.getValue().future())) {
            last = others.lowerEntry(last.getKey());
        }
        return last == null ? RESULT : WAITS.getOrDefault(last.getValue().future(), RESULT);
    }

    private static List<Place> placesAt(long time, NavigableMap<Long, LoopEvent> requests) {
        var last = requests.floorEntry(time);
        return last == null ? List.of() : last.getValue().places();
    }
}
