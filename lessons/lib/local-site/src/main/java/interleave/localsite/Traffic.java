package interleave.localsite;

import java.time.Duration;

/**
 * The counters of a {@link LocalSite} since its start.
 *
 * @param connections the number of accepted connections
 * @param answered the number of responses; an endless response counts when it begins
 * @param tooMany the number of requests that got a 429 because of the limit
 * @param atOnce the number of requests in progress
 * @param peak the largest number of requests in progress at the same time
 * @param late the sum of the delays of all responses beyond their latency
 * @param latest the largest delay of a response beyond its latency
 * @param busy the processor time of the site's thread; zero if the system does not measure it, or the site is closed
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

    /** The average delay of a response beyond its latency. */
    public Duration averagelyLate() {
        return answered == 0 ? Duration.ZERO : late.dividedBy(answered);
    }
}
