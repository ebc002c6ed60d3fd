/**
 * The tree of who awaits whom in another JVM, as a page or as JSON. May use {@code jvm}, which reads it,
 * {@code lessons} and {@code terminal}.
 */
@NullMarked
package interleave.course.tree;

import org.jspecify.annotations.NullMarked;
