/**
 * The event loop as programs use it: the loop, its tasks, what tasks share, and TCP. It may use all packages below it,
 * and programs may use none of those.
 */
package interleave.eventloop;
