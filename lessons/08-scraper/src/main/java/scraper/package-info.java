/** Lesson 08: several versions of a scraper. The HTTP client, the parser and the site are in {@code scraper.web}. */
package scraper;
