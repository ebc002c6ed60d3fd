package interleave.recorder.model;

import java.time.Duration;
import java.util.List;

/**
 * What one version of a program did: a lane for each thread and task, in the order they appeared.
 *
 * @param version its name
 * @param duration from its start to its end, or to where the recording stopped
 * @param ending whether that was its end, and which
 */
public record Timeline(String version, Duration duration, Ending ending, List<Lane> lanes) {

    /** Copies the list, so that a timeline never changes. */
    public Timeline {
        lanes = List.copyOf(lanes);
    }

    /** Whether it came to its end, by itself or with a failure, while it was watched. */
    public boolean finished() {
        return ending != Ending.OPEN;
    }

    /** The threads that the version used; the JDK's own are not counted. */
    public ThreadCount threads() {
        return new ThreadCount(count(LaneKind.PLATFORM_THREAD), count(LaneKind.VIRTUAL_THREAD));
    }

    /**
     * The most tasks in progress at one moment: loop tasks where there are any, threads otherwise. Whoever is idle, or
     * only waits for the result of others, is not counted.
     */
    public int peakInProgress() {
        boolean hasTasks = count(LaneKind.LOOP_TASK) > 0;
        return ConcurrencyLevel.of(lanes.stream()
                        .filter(lane -> !hasTasks || lane.kind() == LaneKind.LOOP_TASK)
                        .toList())
                .peak();
    }

    private int count(LaneKind kind) {
        return (int) lanes.stream().filter(lane -> lane.kind() == kind).count();
    }
}
