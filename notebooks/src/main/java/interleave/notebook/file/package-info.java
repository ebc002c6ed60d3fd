/** Notebook files: reads them, runs their cells with {@code cell}, and compares the outputs with the saved ones. */
@NullMarked
package interleave.notebook.file;

import org.jspecify.annotations.NullMarked;
