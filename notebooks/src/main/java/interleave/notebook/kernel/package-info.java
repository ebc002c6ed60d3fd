/**
 * The Jupyter kernel: translates Jupyter's messages to calls of {@code cell}, and uses only that package and
 * {@code interleave.notebook}.
 */
@NullMarked
package interleave.notebook.kernel;

import org.jspecify.annotations.NullMarked;
