/**
 * From a run to a verdict: runs code in virtual time, and explains to a student what went wrong. May use
 * {@code interleave.practice}, virtual time and the recorder.
 */
@NullMarked
package interleave.practice.judging;

import org.jspecify.annotations.NullMarked;
