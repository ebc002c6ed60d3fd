/**
 * Futures that complete on the loop's thread and whose cancellation reaches the work. May use scheduling and
 * observation.
 */
package interleave.eventloop.futures;
