/**
 * The turn of the loop: ready queue, timers, and callbacks from other threads. May use network and observation, and
 * knows nothing of futures and tasks.
 */
package interleave.eventloop.scheduling;
