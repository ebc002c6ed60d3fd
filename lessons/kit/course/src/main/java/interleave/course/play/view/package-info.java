/** How a game is shown: as a whole screen, line by line, or as a timeline. Uses what is replayed, and the terminal. */
@NullMarked
package interleave.course.play.view;

import org.jspecify.annotations.NullMarked;
