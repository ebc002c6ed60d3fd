package interleave.localsite;

import java.time.Duration;

/**
 * What has happened at a {@link LocalSite} since it was started.
 *
 * @param connections how many connections were accepted
 * @param answered how many responses were sent, or begun in the case of endless ones
 * @param tooMany how many requests got a 429 because the site was serving its maximum
 * @param atOnce how many requests are being served now
 * @param peak the largest number of requests served at the same time
 * @param late by how much all responses together missed their latency
 * @param latest by how much the worst response missed its latency
 * @param busy the processor time of the site's thread. Zero when the system does not measure it, or the site is closed
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

    /** By how much a response missed its latency, on average. */
    public Duration averagelyLate() {
        return answered == 0 ? Duration.ZERO : late.dividedBy(answered);
    }
}
