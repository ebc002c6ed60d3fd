package scraper.web;

import static java.time.Duration.ofSeconds;

import java.time.Duration;

/**
 * The limits of a scraper.
 *
 * @param time the timeout of a fetch, from the first byte sent to the last byte received
 * @param bytes the maximum size of a page
 * @param atOnce the maximum number of pages fetched at the same time
 */
public record Limits(Duration time, int bytes, int atOnce) {

    /** For web sites of other people, whose servers a scraper must not overload. */
    public static final Limits POLITE = new Limits(ofSeconds(10), 5_000_000, 4);
}
