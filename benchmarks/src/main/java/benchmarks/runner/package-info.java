/** Runs the benchmarks for {@code ./lesson bench}: what is measured in which time, and how far it is. */
package benchmarks.runner;
