package interleave.recorder.model;

import java.time.Duration;
import java.util.List;

/**
 * What one version of a program did: one lane per thread and task, in the order of their start.
 *
 * @param version its name
 * @param duration from its start to its end, or to the end of the recording
 * @param ending how it ended
 */
public record Timeline(String version, Duration duration, Ending ending, List<Lane> lanes) {

    /** Copies the list, so that a timeline never changes. */
    public Timeline {
        lanes = List.copyOf(lanes);
    }

    /** Whether it ended, normally or with an exception, during the recording. */
    public boolean finished() {
        return ending != Ending.OPEN;
    }

    /** The number of threads that the version used, without those of the JDK itself. */
    public ThreadCount threads() {
        return new ThreadCount(count(LaneKind.PLATFORM_THREAD), count(LaneKind.VIRTUAL_THREAD));
    }

    /**
     * The highest number of tasks in progress at the same time: of loop tasks if there are any, otherwise of threads. A
     * lane that is idle, or only waits for results of others, does not count.
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
