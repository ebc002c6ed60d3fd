/**
 * The entry point: {@link interleave.recorder.Recorder} runs versions of a program under Flight Recorder. It may use
 * {@code capture} and {@code model}.
 */
package interleave.recorder;
