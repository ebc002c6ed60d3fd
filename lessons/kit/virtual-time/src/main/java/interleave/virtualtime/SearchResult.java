package interleave.virtualtime;

import java.util.Locale;

/**
 * The result of a search: how many schedules were tried, and how many failed.
 *
 * @param schedules the number of different schedules
 * @param failing how many of them failed
 * @param preemptions the highest number of preemptions in a schedule
 * @param complete whether all schedules with at most so many preemptions were tried; false if a limit was reached
 */
public record SearchResult(int schedules, int failing, int preemptions, boolean complete) {
    /** The result in words. */
    @Override
    public String toString() {
        String found = failing == 0 ? "no failure in " : "fails in " + number(failing) + " of ";
        if (!complete) {
            return found + (failing == 0 ? "" : "the ") + counted()
                    + " that were tried before the limit was reached; there are more with at most " + most();
        }
        return found + (failing == 0 ? "any of " : "") + "the " + counted() + " with "
                + (preemptions == 0 ? "" : "at most ") + most();
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
