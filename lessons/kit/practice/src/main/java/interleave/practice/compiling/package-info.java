/**
 * From a student's file to classes: reads it, compiles it in memory, and explains what javac refuses. May use
 * {@code judging}, for the explanations.
 */
@NullMarked
package interleave.practice.compiling;

import org.jspecify.annotations.NullMarked;
