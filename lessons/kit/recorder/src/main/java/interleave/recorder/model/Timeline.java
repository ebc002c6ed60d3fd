package interleave.recorder.model;

import java.time.Duration;
import java.util.List;

/**
 * What one version of a program did: one lane per thread and task, in the order of their start.
 *
 * @param version its name
 * @param duration from its start to its end, or to the end of the recording
 * @param ending how it ended
 * @param operations the operations of the lesson, if they were recorded; otherwise empty
 * @param scheduling the queues of its loops and pools, and which lane woke which
 */
public record Timeline(
        String version,
        Duration duration,
        Ending ending,
        List<Lane> lanes,
        List<Operation> operations,
        Scheduling scheduling) {

    /** Copies the lists, so that a timeline never changes. */
    public Timeline {
        lanes = List.copyOf(lanes);
        operations = List.copyOf(operations);
    }

    /** A timeline without recorded queues. */
    public Timeline(String version, Duration duration, Ending ending, List<Lane> lanes, List<Operation> operations) {
        this(version, duration, ending, lanes, operations, Scheduling.NONE);
    }

    /** A timeline without recorded operations. */
    public Timeline(String version, Duration duration, Ending ending, List<Lane> lanes) {
        this(version, duration, ending, lanes, List.of());
    }

    /** The same timeline with the operations that its lines show, unless it has recorded ones. */
    public Timeline withOperations(OperationLines lines) {
        return operations.isEmpty() ? new Timeline(version, duration, ending, lanes, lines.in(this), scheduling) : this;
    }

    /** The same timeline with other lanes in their place, for example under other names. */
    public Timeline withLanes(List<Lane> others) {
        return new Timeline(version, duration, ending, others, operations, scheduling);
    }

    /** Whether something that took so long explains the time of the version: at least nine tenths of it. */
    public boolean isExplainedBy(Duration covered) {
        return covered.multipliedBy(10).compareTo(duration.multipliedBy(9)) >= 0;
    }

    /** Whether it ended, normally or with an exception, during the recording. */
    public boolean finished() {
        return ending != Ending.OPEN;
    }

    /** The number of threads that the version used, without those of the JDK itself. */
    public ThreadCount threads() {
        return new ThreadCount(
                count(LaneKind.PLATFORM_THREAD) + count(LaneKind.STEPPED_THREAD), count(LaneKind.VIRTUAL_THREAD));
    }

    /**
     * The highest number of operations in progress at the same time. Without recorded operations, each loop task counts
     * as one, and without tasks each thread. A lane does not count while it is idle, or waits for others or for a
     * permit.
     */
    public int peakInProgress() {
        if (!operations.isEmpty()) {
            return ConcurrencyLevel.ofOperations(performed()).peak();
        }
        return ConcurrencyLevel.of(workers()).peak();
    }

    /** The tasks of loops. If there are none, or all of them only wait for threads, the threads. */
    public List<Lane> workers() {
        List<Lane> tasks = lanes.stream().filter(Timeline::isTask).toList();
        return ConcurrencyLevel.of(tasks).peak() > 0
                ? tasks
                : lanes.stream().filter(lane -> !isTask(lane)).toList();
    }

    private static boolean isTask(Lane lane) {
        return lane.kind() == LaneKind.LOOP_TASK;
    }

    /** The recorded operations without the rejected ones. */
    public List<Operation> performed() {
        return operations.stream().filter(operation -> !operation.rejected()).toList();
    }

    /** The peak in words, with the number of requests that the server rejected, if any: "5, 15 rejected". */
    public String concurrency() {
        int rejected = operations.size() - performed().size();
        return rejected == 0 ? String.valueOf(peakInProgress()) : peakInProgress() + ", " + rejected + " rejected";
    }

    private int count(LaneKind kind) {
        return (int) lanes.stream().filter(lane -> lane.kind() == kind).count();
    }
}
