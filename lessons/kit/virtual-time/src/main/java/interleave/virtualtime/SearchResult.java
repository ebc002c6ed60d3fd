package interleave.virtualtime;

import java.util.Locale;

/**
 * What an exploration has tried.
 *
 * @param schedules the number of different schedules
 * @param failing how many of them failed
 * @param preemptions at most so many in each schedule
 * @param complete whether these are all schedules with so many preemptions, or a limit was reached
 */
public record SearchResult(int schedules, int failing, int preemptions, boolean complete) {
    /** As a sentence. */
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
