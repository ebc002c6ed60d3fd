package scraper.web;

import static java.time.Duration.ofSeconds;

import java.time.Duration;

/**
 * What a scraper puts up with, and what it expects others to put up with.
 *
 * @param time for a page, from the first byte sent to the last received
 * @param bytes of a page
 * @param atOnce how many pages are fetched at the same time
 */
public record Limits(Duration time, int bytes, int atOnce) {

    /** For sites of other people, who did not ask for visitors that come in crowds. */
    public static final Limits POLITE = new Limits(ofSeconds(10), 5_000_000, 4);
}
