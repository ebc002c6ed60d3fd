/** Lesson 08. Uses the lesson's versions, batches of HTTP requests, and the check of the output. */
package benchmarks.scraper;
