/**
 * Playing a level: the student is the scheduler, and decides at each step which thread runs next. Uses the lessons, the
 * terminal and virtual time.
 */
@NullMarked
package interleave.course.play;

import org.jspecify.annotations.NullMarked;
