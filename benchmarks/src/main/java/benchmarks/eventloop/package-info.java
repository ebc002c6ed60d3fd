/** Lesson 03: the course's loop and its peers. Uses peers, echo servers and asyncio. */
package benchmarks.eventloop;
