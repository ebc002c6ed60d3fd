/** The command line of the course: lists the lessons, runs them, and looks after what they need. */
@NullMarked
package interleave.course;

import org.jspecify.annotations.NullMarked;
