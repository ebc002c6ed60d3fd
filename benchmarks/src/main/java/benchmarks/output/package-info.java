/** The standard output of lessons' versions, compared and discarded. Uses the JDK only. */
package benchmarks.output;
