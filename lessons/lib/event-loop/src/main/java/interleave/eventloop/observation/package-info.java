/** The listener of a loop, with the debug mode and the events of Flight Recorder. Uses the JDK only. */
package interleave.eventloop.observation;
