/**
 * The exercises of a lesson, the student's files and progress, and a watcher for a file. Uses the JDK, jackson-jr and
 * the verdicts of {@code judging}.
 */
@NullMarked
package interleave.practice.exercises;

import org.jspecify.annotations.NullMarked;
