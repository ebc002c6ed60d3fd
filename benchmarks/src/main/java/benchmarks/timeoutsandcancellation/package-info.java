/** Lesson 10. Uses the lesson's versions. */
package benchmarks.timeoutsandcancellation;
