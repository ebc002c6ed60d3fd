/** Work that computes and never waits. Uses the course's loop and the JDK. */
package benchmarks.compute;
