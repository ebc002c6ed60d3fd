/** The steps of a program: what a thread is about to do, at which line, and with which object. */
package interleave.virtualtime.engine.steps;
