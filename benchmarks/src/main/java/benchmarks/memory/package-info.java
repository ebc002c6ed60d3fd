/** The memory of a waiting task. Uses peers and the profiler. */
package benchmarks.memory;
