/** Shared by all views: the time axis, the arrangement of rows, labels, and safe text. It may use {@code model}. */
package interleave.recorder.layout;
