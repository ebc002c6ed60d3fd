/**
 * Opens the notebooks in Jupyter, as copies for the student, with a kernel that is built on demand. May use
 * {@code terminal}.
 */
@NullMarked
package interleave.course.notebooks;

import org.jspecify.annotations.NullMarked;
