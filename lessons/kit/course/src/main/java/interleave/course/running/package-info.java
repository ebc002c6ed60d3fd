/**
 * Runs the versions of a lesson, in real or virtual time, and shows their timelines on the screen, as a page and as a
 * picture. May use {@code lessons}, {@code terminal}, virtual time and the recorder.
 */
@NullMarked
package interleave.course.running;

import org.jspecify.annotations.NullMarked;
