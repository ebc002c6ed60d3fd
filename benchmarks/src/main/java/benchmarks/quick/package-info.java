/** The annotation that excludes rows from quick runs. Uses the JDK only. */
package benchmarks.quick;
