package interleave.virtualtime.scheduling;

import java.util.List;
import java.util.Optional;

/**
 * A moment at which the scheduler decides which thread runs next.
 *
 * @param candidates the threads that can continue; never empty
 * @param running the thread that ran last, if it can continue and has not yielded; choosing another one preempts it
 */
public record SchedulingPoint(List<Candidate> candidates, Optional<Candidate> running) {}
