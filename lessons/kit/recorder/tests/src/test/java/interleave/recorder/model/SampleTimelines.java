package interleave.recorder.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sample timelines, in milliseconds. */
public final class SampleTimelines {

    private SampleTimelines() {}

    /** Two versions of the first lesson, which take 3 s and 1 s. */
    public static List<Timeline> greet() {
        var sequential = new Timeline(
                "Sequential",
                millis(3000),
                Ending.DONE,
                List.of(lane(
                        "main",
                        LaneKind.PLATFORM_THREAD,
                        0,
                        spans(0, State.SLEEP, 1000, State.SLEEP, 2000, State.SLEEP, 3000),
                        mark(0),
                        mark(1000),
                        mark(2000),
                        mark(3000))));
        var virtual = new ArrayList<Lane>();
        virtual.add(lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 1000)));
        for (int i = 1; i <= 3; i++) {
            virtual.add(greeting("virtual-" + i, LaneKind.VIRTUAL_THREAD));
        }
        return List.of(sequential, new Timeline("Virtual threads", millis(1000), Ending.DONE, virtual));
    }

    /** The four versions of the first lesson, with the names and the lines of a real run. */
    public static List<Timeline> fourVersions() {
        var sequential = timeline(
                "Sequential",
                3000,
                lane(
                        "main",
                        LaneKind.PLATFORM_THREAD,
                        0,
                        spans(0, State.SLEEP, 1000, State.SLEEP, 2000, State.SLEEP, 3000),
                        printed(0, "Hello, Alice!"),
                        printed(1000, "Goodbye, Alice!"),
                        printed(1000, "Hello, Bob!"),
                        printed(2000, "Goodbye, Bob!"),
                        printed(2000, "Hello, Charlie!"),
                        printed(3000, "Goodbye, Charlie!")));
        return List.of(
                sequential,
                concurrent(
                        "Thread pool",
                        LaneKind.PLATFORM_THREAD,
                        State.RESULT,
                        "pool-1-thread-1",
                        "pool-1-thread-2",
                        "pool-1-thread-3"),
                concurrent("Event loop", LaneKind.LOOP_TASK, State.IDLE, "Alice", "Bob", "Charlie"),
                concurrent(
                        "Virtual threads",
                        LaneKind.VIRTUAL_THREAD,
                        State.RESULT,
                        "virtual-1",
                        "virtual-2",
                        "virtual-3"));
    }

    private static Timeline concurrent(String name, LaneKind kind, State ofMain, String... lanes) {
        var guests = List.of("Alice", "Bob", "Charlie");
        var all = new ArrayList<Lane>();
        all.add(lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, ofMain, 1000)));
        for (int i = 0; i < lanes.length; i++) {
            all.add(lane(
                    lanes[i],
                    kind,
                    0,
                    spans(0, State.SLEEP, 1000),
                    printed(0, "Hello, " + guests.get(i) + "!"),
                    printed(1000, "Goodbye, " + guests.get(i) + "!")));
        }
        return timeline(name, 1000, all.toArray(Lane[]::new));
    }

    public static Mark printed(int at, String line) {
        return new Mark(millis(at), line);
    }

    public static Lane greeting(String name, LaneKind kind) {
        return lane(name, kind, 0, spans(0, State.SLEEP, 1000), mark(0), mark(1000));
    }

    public static Timeline timeline(String name, int millis, Lane... lanes) {
        return new Timeline(name, millis(millis), Ending.DONE, List.of(lanes));
    }

    public static Lane lane(String name, LaneKind kind, int start, List<Span> spans, Mark... marks) {
        Duration end = spans.isEmpty() ? millis(start) : spans.getLast().end();
        return new Lane(name, kind, millis(start), end, false, spans, List.of(marks));
    }

    /** Spans from a start time and pairs of a state and its end. */
    public static List<Span> spans(int start, Object... statesAndEnds) {
        var spans = new ArrayList<Span>();
        int from = start;
        for (int i = 0; i < statesAndEnds.length; i += 2) {
            int end = (Integer) statesAndEnds[i + 1];
            spans.add(new Span(millis(from), millis(end), (State) statesAndEnds[i], ""));
            from = end;
        }
        return spans;
    }

    public static Mark mark(int at) {
        return new Mark(millis(at), "a line");
    }

    public static Duration millis(int millis) {
        return Duration.ofMillis(millis);
    }
}
