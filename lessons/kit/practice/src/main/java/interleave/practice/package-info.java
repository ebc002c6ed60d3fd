/**
 * The API for authors of checks: a {@link interleave.practice.Check} runs the student's code with an
 * {@link interleave.practice.Exam}, and claims {@link interleave.practice.Finding}s about each
 * {@link interleave.practice.Run}. May use virtual time and the recorder's timelines, but none of the packages below.
 */
@NullMarked
package interleave.practice;

import org.jspecify.annotations.NullMarked;
