/** Lesson 13. Uses the lesson's versions. */
package benchmarks.webserver;
