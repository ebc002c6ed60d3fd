/**
 * Programs of levels, run in virtual time under the schedule of a game, and the search for a schedule that breaks them.
 */
@NullMarked
package interleave.course.play.replay;

import org.jspecify.annotations.NullMarked;
