/** Lesson 02. Uses the lesson's versions, asyncio and the check of the output. */
package benchmarks.countdown;
