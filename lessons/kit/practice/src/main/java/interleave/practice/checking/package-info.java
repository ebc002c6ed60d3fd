/**
 * The process in which a student's code is compiled, run and judged, and the
 * {@link interleave.practice.checking.Checker} that starts it, asks it for verdicts, and replaces it when the code has
 * ended it or cannot be stopped. May use all other packages of practice.
 */
@NullMarked
package interleave.practice.checking;

import org.jspecify.annotations.NullMarked;
