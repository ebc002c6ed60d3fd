/** What a cure for deadlocks costs: lesson 20. */
package benchmarks.deadlocks;
