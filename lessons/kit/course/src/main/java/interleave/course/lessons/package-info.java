/**
 * The course as it lies in its folder: lessons, their versions and quizzes, read from each {@code lesson.yaml}. May use
 * the exercises of practice, and no other package of the course.
 */
@NullMarked
package interleave.course.lessons;

import org.jspecify.annotations.NullMarked;
