/** What it costs to protect shared state: lesson 19. */
package benchmarks.sharedstate;
