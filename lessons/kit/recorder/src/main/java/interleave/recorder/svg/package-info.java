/** Timelines as an SVG picture. It may use {@code model} and {@code layout}. */
package interleave.recorder.svg;
