/** Lesson 05. Uses the lesson's versions, asyncio and the check of the output. */
package benchmarks.gatherandtasks;
