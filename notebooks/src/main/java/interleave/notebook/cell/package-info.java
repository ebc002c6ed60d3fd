/**
 * Runs Java cells with JShell in this JVM. It uses {@code interleave.notebook} only, and does not depend on Jupyter.
 */
@NullMarked
package interleave.notebook.cell;

import org.jspecify.annotations.NullMarked;
