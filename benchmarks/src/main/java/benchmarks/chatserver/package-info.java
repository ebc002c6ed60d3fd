/** Lesson 12. Uses the lesson's versions, Netty, asyncio and child processes. */
package benchmarks.chatserver;
