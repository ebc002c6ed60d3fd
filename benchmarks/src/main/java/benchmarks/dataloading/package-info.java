/** Lesson 16. Uses the lesson's versions. */
package benchmarks.dataloading;
