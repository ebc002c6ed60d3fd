package interleave.virtualtime.engine.races;

import interleave.virtualtime.engine.steps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last write of a variable, and the reads since then that do not happen before a later read. */
final class VariableHistory {
    private final boolean isVolatile;
    private final boolean isFinal;
    private final VectorClock released = new VectorClock();
    private Optional<Use> lastWrite = Optional.empty();
    /** Almost always one: a second one is kept only if neither happens before the other. */
    private final List<Use> reads = new ArrayList<>(1);

    VariableHistory(Step first) {
        isVolatile = first.isVolatile();
        isFinal = first.isFinal();
    }

    boolean isVolatile() {
        return isVolatile;
    }

    boolean isFinal() {
        return isFinal;
    }

    /** The steps that happen before the writes of a volatile variable. */
    VectorClock released() {
        return released;
    }

    /** Adds an access. Returns an earlier conflicting access that does not happen before it, if there is one. */
    Optional<Use> add(Use use, VectorClock now) {
        Optional<Use> race = lastWrite.filter(write -> !write.happenedBefore(now));
        if (use.writes()) {
            if (race.isEmpty()) {
                race = reads.stream().filter(read -> !read.happenedBefore(now)).findFirst();
            }
            lastWrite = Optional.of(use);
            reads.clear();
        } else {
            reads.removeIf(read -> read.happenedBefore(now));
            reads.add(use);
        }
        return race;
    }
}
