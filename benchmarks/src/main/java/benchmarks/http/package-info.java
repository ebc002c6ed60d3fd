/**
 * Batches of HTTP requests to a site in a process of its own, and the check that the site is not the bottleneck. Uses
 * child processes, and no lesson.
 */
package benchmarks.http;
