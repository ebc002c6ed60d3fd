/**
 * The public API of the event loop: the loop, its tasks, lock, semaphore and queue, and TCP. It may use all packages
 * below it. Programs may use only this package.
 */
package interleave.eventloop;
