/**
 * The order in which a student goes through the course, and how far they are. May use {@code lessons}, {@code terminal}
 * and the student's progress.
 */
@NullMarked
package interleave.course.path;

import org.jspecify.annotations.NullMarked;
