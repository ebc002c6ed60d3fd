/**
 * The command line: {@link interleave.course.Main} and one class for each command, which reads its arguments and calls
 * one of the packages below. May use them all; none of them may use it.
 */
@NullMarked
package interleave.course;

import org.jspecify.annotations.NullMarked;
