/**
 * A student at work on exercises: the session that checks each save, and the pages it shows. May use {@code lessons},
 * {@code path}, {@code quiz}, {@code terminal} and the kit's practice.
 */
@NullMarked
package interleave.course.practice;

import org.jspecify.annotations.NullMarked;
