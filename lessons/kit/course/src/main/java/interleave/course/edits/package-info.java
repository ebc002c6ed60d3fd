/**
 * Compiles the sources of lessons that a student has changed in a bundle, where there is no Maven, and prepares the
 * bundle for that. May use {@code lessons} and the compiler of the practice module.
 */
@NullMarked
package interleave.course.edits;

import org.jspecify.annotations.NullMarked;
