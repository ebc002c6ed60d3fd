/**
 * Runs a student's code in virtual time, and turns the result into a verdict. May use {@code interleave.practice},
 * virtual time and the recorder.
 */
@NullMarked
package interleave.practice.judging;

import org.jspecify.annotations.NullMarked;
