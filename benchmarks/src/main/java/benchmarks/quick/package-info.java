/** What a benchmark tells the runner about quick runs. Uses the JDK only. */
package benchmarks.quick;
