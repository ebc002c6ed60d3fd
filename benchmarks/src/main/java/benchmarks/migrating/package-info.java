/** Lesson 23 on real sources. Uses the lesson's versions. */
package benchmarks.migrating;
