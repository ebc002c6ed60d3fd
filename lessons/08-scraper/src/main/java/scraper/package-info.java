/** The lesson: one task, to scrape some pages, and its versions. What they scrape is in {@code scraper.web}. */
package scraper;
