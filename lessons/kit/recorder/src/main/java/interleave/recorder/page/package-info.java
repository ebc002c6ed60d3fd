/** Timelines as an HTML page with a replay. It may use {@code model}, {@code layout} and {@code svg}. */
package interleave.recorder.page;
