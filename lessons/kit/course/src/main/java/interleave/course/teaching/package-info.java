/**
 * Material for teachers: the printed exam and the gallery of wrong answers. May use {@code lessons}, {@code quiz},
 * {@code practice} and {@code terminal}.
 */
@NullMarked
package interleave.course.teaching;

import org.jspecify.annotations.NullMarked;
