package interleave.virtualtime.engine;

import java.time.Duration;

/**
 * How a run is to go.
 *
 * @param policy who goes on when several could
 * @param virtualLimit a program that waits longer is taken to wait for ever
 * @param realLimit how long the run may take in real time
 * @param allowsRealIo whether sockets, processes and the like are let through, in real time
 * @param recordsSchedule whether each step of the program is written down
 * @param observer is told what the threads do
 */
public record Settings(
        SchedulingPolicy policy,
        Duration virtualLimit,
        Duration realLimit,
        boolean allowsRealIo,
        boolean recordsSchedule,
        Observer observer) {

    /** First come first served, at most half a day of virtual and ten seconds of real time, nothing real. */
    public static final Settings DEFAULT = new Settings(
            SchedulingPolicy.FIRST, Duration.ofHours(12), Duration.ofSeconds(10), false, false, Observer.NONE);
}
