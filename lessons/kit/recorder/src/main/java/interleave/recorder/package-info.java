/**
 * Watches a running program from outside: Flight Recorder in, one {@link interleave.recorder.Timeline} a version out,
 * and views of it as text.
 */
package interleave.recorder;
