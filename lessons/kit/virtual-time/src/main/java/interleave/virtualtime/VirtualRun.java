package interleave.virtualtime;

import interleave.virtualtime.races.RaceReport;
import java.time.Duration;
import java.util.List;

/**
 * What a run in virtual time did.
 *
 * @param elapsed virtual time from the start of the run to the end of its body
 * @param lines the lines that it printed to {@code System.out}
 * @param threads all threads in the order of their start, main first
 * @param leftRunning names of the threads that were still running when the body ended
 * @param uncontrolled operations that took real time or could not be controlled
 * @param uncaught the exceptions that ended threads and that no handler of the program took, in order
 * @param races the data races, each with a report in words, if the run was started with {@link VirtualTime#findRaces}
 * @param schedule a fingerprint: equal for two runs that took the same steps at the same times
 */
public record VirtualRun(
        Duration elapsed,
        List<PrintedLine> lines,
        List<ThreadTrace> threads,
        List<String> leftRunning,
        List<String> uncontrolled,
        List<UncaughtException> uncaught,
        List<RaceReport> races,
        long schedule) {

    /** The printed lines without times. */
    public List<String> output() {
        return lines.stream().map(PrintedLine::text).toList();
    }

    /**
     * The highest number of threads that had work in progress at the same time. A thread that is idle in a pool, or
     * waits for other threads to finish, has no work in progress.
     */
    public int peakConcurrency() {
        return Concurrency.peak(threads);
    }
}
