/**
 * Runs the benchmarks for {@code ./lesson bench}: what is measured, for how long, and how far it is. It finds the
 * benchmarks in JMH's list, and knows no lesson.
 */
package benchmarks.runner;
