package interleave.virtualtime.scheduling;

import java.util.List;
import java.util.Optional;

/**
 * A moment at which one of several threads can go on.
 *
 * @param candidates the threads that can go on; never empty
 * @param running the one that has run last, if it can go on and has not yielded: to choose another one preempts it
 */
public record SchedulingPoint(List<Candidate> candidates, Optional<Candidate> running) {}
