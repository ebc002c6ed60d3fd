/**
 * Builds timelines from what was seen: Flight Recorder events, or the trace of a run in virtual time. It may use
 * {@code model} and {@code stack}.
 */
package interleave.recorder.capture;
