/** Lesson 24. Uses the lesson's versions and child processes. */
package benchmarks.manymachines;
