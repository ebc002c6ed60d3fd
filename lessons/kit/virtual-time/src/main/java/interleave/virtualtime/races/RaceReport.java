package interleave.virtualtime.races;

/**
 * A data race: two accesses to the same variable by two threads, at least one of them a write, that nothing orders.
 *
 * @param variable such as {@code `count`}, {@code element 3 of an int[]} or {@code a HashMap}
 * @param first the access that happened first in this run
 * @param text the report in words, with advice
 */
public record RaceReport(String variable, SharedKind kind, RacingAccess first, RacingAccess second, String text) {
    @Override
    public String toString() {
        return text;
    }
}
