/**
 * The turns of the loop: ready queue, timers, and callbacks from other threads. May use network and observation, but
 * not futures and tasks.
 */
package interleave.eventloop.scheduling;
