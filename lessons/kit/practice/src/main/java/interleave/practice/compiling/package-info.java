/**
 * Reads a student's file, compiles it in memory, and explains compile errors. May use {@code judging}, for the
 * explanations.
 */
@NullMarked
package interleave.practice.compiling;

import org.jspecify.annotations.NullMarked;
