package interleave.course.jvm;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was read of a JVM, one part after the other while it ran.
 *
 * @param time how long the reading took
 */
public record Reading(List<LoopState> loops, List<ThreadContainer> containers, Duration time) {

    public Stream<ThreadState> threads() {
        return containers.stream().flatMap(container -> container.threads().stream());
    }

    public boolean hasScopes() {
        return containers.stream().anyMatch(container -> container.owner().isPresent());
    }
}
