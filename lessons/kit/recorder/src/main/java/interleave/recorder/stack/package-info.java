/** Interprets stack traces: what a thread waits for, and where in the program. It may use {@code model}. */
package interleave.recorder.stack;
