/** The profiler that adds memory to JMH's results. Uses JMH and the JDK only. */
package benchmarks.profiler;
