/** Watching a loop: the listener, and behind it the debug mode and Flight Recorder's events. Uses the JDK only. */
package interleave.eventloop.observation;
