/**
 * Notebooks: a Jupyter kernel for Java, what the notebooks of the course draw with, and the check that running them
 * again gives what they show.
 */
@NullMarked
package interleave.notebook;

import org.jspecify.annotations.NullMarked;
