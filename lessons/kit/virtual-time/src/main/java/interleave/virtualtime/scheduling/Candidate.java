package interleave.virtualtime.scheduling;

import java.util.List;
import java.util.Optional;

/**
 * A thread that can continue.
 *
 * @param number its number in the order of creation; the thread main has 0
 * @param thread its name
 * @param next its next step; empty if it starts, or continues after a wait
 * @param holds the classes of the objects whose monitors it holds, outermost first
 * @param monitors these objects themselves
 */
public record Candidate(
        int number, String thread, Optional<NextStep> next, List<String> holds, List<Object> monitors) {}
