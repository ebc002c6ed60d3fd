package interleave.virtualtime.engine;

import interleave.virtualtime.engine.policy.SchedulingPolicy;
import java.time.Duration;

/**
 * The settings of a run.
 *
 * @param policy which thread runs next if several are runnable
 * @param virtualLimit the maximum virtual time
 * @param realLimit the maximum real time
 * @param allowsRealIo whether sockets, processes and the like are permitted, in real time
 * @param recordsSchedule whether each step of the program is recorded
 * @param findsRaces whether to look for data races
 * @param observer receives the events of the threads
 */
public record Settings(
        SchedulingPolicy policy,
        Duration virtualLimit,
        Duration realLimit,
        boolean allowsRealIo,
        boolean recordsSchedule,
        boolean findsRaces,
        Observer observer) {

    /**
     * First come, first served; at most 12 hours of virtual time and 10 seconds of real time; no real input or output.
     */
    public static final Settings DEFAULT = new Settings(
            SchedulingPolicy.FIRST, Duration.ofHours(12), Duration.ofSeconds(10), false, false, false, Observer.NONE);
}
