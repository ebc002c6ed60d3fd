/**
 * A student plays levels as the scheduler, and decides at each step which thread runs next. Uses the lessons, the
 * terminal and the two packages below.
 */
@NullMarked
package interleave.course.play;

import org.jspecify.annotations.NullMarked;
