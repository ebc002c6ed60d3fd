/** Lesson 18. Uses the lesson's versions. */
package benchmarks.blockingtheloop;
