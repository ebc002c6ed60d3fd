package interleave.virtualtime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The result of a search: how many schedules were tried, and how many failed.
 *
 * @param schedules the number of different schedules
 * @param failing how many of them failed
 * @param preemptions the highest number of preemptions in a schedule
 * @param complete whether all schedules with at most so many preemptions were tried; false if a limit was reached
 * @param races a report for each data race of the first schedule that has one and does not fail; empty if the search
 *     did not look for races
 */
public record SearchResult(
        int schedules, int failing, int preemptions, boolean complete, Optional<List<String>> races) {
    /** The result in words. */
    @Override
    public String toString() {
        return found() + races.map(this::inWords).orElse("");
    }

    private String found() {
        String found = failing == 0 ? "no failure in " : "fails in " + number(failing) + " of ";
        if (!complete) {
            return found + "the " + counted() + (schedules == 1 ? " that was" : " that were")
                    + " tried before the limit was reached; there are more with at most " + most();
        }
        return found + (failing == 0 ? "any of " : "") + "the " + counted() + " with "
                + (preemptions == 0 ? "" : "at most ") + most();
    }

    private String inWords(List<String> reports) {
        if (!reports.isEmpty()) {
            return (failing == 0 ? ", but it has " : ", and has ")
                    + (reports.size() == 1 ? "a data race" : number(reports.size()) + " data races");
        }
        if (failing > 0) {
            return ", and no data race in the others";
        }
        return complete ? ", and no data race: nothing else can be seen" : ", and no data race so far";
    }

    private String counted() {
        return number(schedules) + (schedules == 1 ? " schedule" : " schedules");
    }

    private String most() {
        return switch (preemptions) {
            case 0 -> "no preemption";
            case 1 -> "1 preemption";
            default -> preemptions + " preemptions";
        };
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
