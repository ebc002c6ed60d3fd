/**
 * The process that compiles, runs and judges a student's code, and the {@link interleave.practice.checking.Checker},
 * which starts it, sends it requests, and replaces it when the code has ended it or cannot be stopped. May use all
 * other packages of practice.
 */
@NullMarked
package interleave.practice.checking;

import org.jspecify.annotations.NullMarked;
