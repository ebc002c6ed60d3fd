/** Lesson 09. Uses the lesson's versions and batches of HTTP requests. */
package benchmarks.limits;
