/**
 * Asks the questions of a lesson and finds the right answers, some by running a version in virtual time. May use
 * {@code lessons}, {@code terminal}, virtual time and the student's progress.
 */
@NullMarked
package interleave.course.quiz;

import org.jspecify.annotations.NullMarked;
