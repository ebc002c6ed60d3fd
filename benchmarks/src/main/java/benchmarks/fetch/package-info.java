/** Lesson 07. Uses the lesson's versions, peers' HTTP clients, and batches of HTTP requests. */
package benchmarks.fetch;
