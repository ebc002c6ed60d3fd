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
 * @param races a report for each data race of the first schedule that has one; empty if the search did not look for
 *     races
 */
public record SearchResult(
        int schedules, int failing, int preemptions, boolean complete, Optional<List<String>> races) {
    /** The result in words. */
    @Override
    public String toString() {
        return found() + races.map(this::inWords).orElse("");
    }

    private String found() {
        String tried = complete
                ? " with "
                : (schedules == 1 ? " that was" : " that were")
                        + " tried before the limit was reached; there are more with ";
        return (failing == 0 ? "no failure in " : "fails in ") + among() + tried + limit();
    }

    private String among() {
        if (schedules == 1) {
            return complete ? "the only schedule" : "the one schedule";
        }
        String all = "the " + number(schedules) + " schedules";
        if (failing == 0) {
            return complete ? "any of " + all : all;
        }
        return (failing == schedules ? "each of " : number(failing) + " of ") + all;
    }

    private String limit() {
        return switch (preemptions) {
            case 0 -> "no preemption";
            case 1 -> "at most 1 preemption";
            default -> "at most " + preemptions + " preemptions";
        };
    }

    private String inWords(List<String> reports) {
        if (!reports.isEmpty()) {
            return (failing == 0 ? ", but it has " : ", and has ")
                    + (reports.size() == 1 ? "a data race" : number(reports.size()) + " data races");
        }
        String none = (failing == 0 ? ", and no data race" : ", and has no data race") + (complete ? "" : " so far");
        return complete && failing == 0 ? none + ": nothing else can be seen" : none;
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
