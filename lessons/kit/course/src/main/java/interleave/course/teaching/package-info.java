/**
 * Material for teachers: the printed exam, the gallery of wrong answers, the results of a class, and the slides of a
 * lesson. May use {@code lessons}, {@code quiz}, {@code practice}, {@code play}, {@code terminal} and the bench report.
 */
@NullMarked
package interleave.course.teaching;

import org.jspecify.annotations.NullMarked;
