/** Lesson 06 on real databases. Uses the lesson's versions and the check of the output. */
package benchmarks.contextmanager;
