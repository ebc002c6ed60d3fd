/** Many tasks that sleep at once, as in lessons 03 and 05. Uses peers and asyncio. */
package benchmarks.sleepers;
