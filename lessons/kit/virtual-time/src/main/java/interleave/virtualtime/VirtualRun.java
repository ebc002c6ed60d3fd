package interleave.virtualtime;

import java.time.Duration;
import java.util.List;

/**
 * What a run in virtual time did.
 *
 * @param elapsed from its start to the end of its body
 * @param lines what it printed to {@code System.out}
 * @param threads every thread it started, main first, in the order of their start
 * @param leftRunning names of the threads that had not ended when the body had
 * @param uncontrolled what took real time or could not be controlled
 * @param schedule equal for two runs that took the same steps at the same times
 */
public record VirtualRun(
        Duration elapsed,
        List<PrintedLine> lines,
        List<ThreadTrace> threads,
        List<String> leftRunning,
        List<String> uncontrolled,
        long schedule) {

    /** What was printed, without times. */
    public List<String> output() {
        return lines.stream().map(PrintedLine::text).toList();
    }

    /**
     * The most threads that had work in progress at one moment: started and not ended, neither idle in a pool nor only
     * waiting for others to finish.
     */
    public int peakConcurrency() {
        return Concurrency.peak(threads);
    }
}
