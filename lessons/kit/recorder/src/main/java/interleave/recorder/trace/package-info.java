/** Timelines as a trace for Perfetto and Chrome. It may use {@code model} and {@code layout}. */
package interleave.recorder.trace;
