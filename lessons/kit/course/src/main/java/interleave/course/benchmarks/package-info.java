/**
 * Starts the process that measures, shows its progress, and reports its results. May use {@code lessons},
 * {@code terminal} and the bench report.
 */
@NullMarked
package interleave.course.benchmarks;

import org.jspecify.annotations.NullMarked;
