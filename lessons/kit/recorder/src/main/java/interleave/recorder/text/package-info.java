/** Timelines as text for a terminal. It may use {@code model} and {@code layout}. */
package interleave.recorder.text;
