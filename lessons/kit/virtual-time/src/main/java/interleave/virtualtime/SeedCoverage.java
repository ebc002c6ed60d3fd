package interleave.virtualtime;

import java.util.Locale;

/**
 * How many different schedules of a program a search by seeds has run. Schedules that are known to be equivalent,
 * because they differ only in the order of steps that do not affect each other, count once.
 *
 * @param seeds the number of seeds, each of which gave one schedule
 * @param schedules the number of different schedules
 * @param newAtTheEnd how many of them were first seen among the last hundred seeds: few if more seeds would find little
 */
public record SeedCoverage(int seeds, int schedules, int newAtTheEnd) {
    /** The number of seeds of which {@link #newAtTheEnd} counts the new schedules. */
    static final int END = 100;

    /** The coverage in words. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "no failure with %,d seeds: %s%s",
                seeds,
                schedules == 1 ? "1 schedule" : String.format(Locale.ROOT, "%,d different schedules", schedules),
                seeds > END ? ", " + newAtTheEnd + " of them new in the last " + END + " seeds" : "");
    }
}
