package interleave.localsite;

import java.time.Duration;

/**
 * What has happened at a {@link LocalSite} since it was started.
 *
 * @param connections how many were made
 * @param answered how many requests have been given an answer, or the beginning of one that never ends
 * @param tooMany how many requests came while there were as many as the site takes, and so were answered 429
 * @param atOnce how many requests are being served now
 * @param peak the most there ever were at once
 * @param late how much later than they were due answers were given, all of them together
 * @param latest the same, of the worst
 * @param busy the processor time of the site's thread; zero where the system does not tell, or the site is closed
 */
public record Traffic(
        long connections,
        long answered,
        long tooMany,
        int atOnce,
        int peak,
        Duration late,
        Duration latest,
        Duration busy) {

    /** How much later than due an answer was given, on average. */
    public Duration averagelyLate() {
        return answered == 0 ? Duration.ZERO : late.dividedBy(answered);
    }
}
