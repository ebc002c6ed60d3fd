/** What all views share: the time axis, the choice of rows, labels, and safe text. It may use {@code model}. */
package interleave.recorder.layout;
