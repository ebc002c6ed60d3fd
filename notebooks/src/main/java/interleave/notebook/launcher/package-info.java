/** The command line of the module, and the kernel specification that Jupyter reads. It may use all other packages. */
@NullMarked
package interleave.notebook.launcher;

import org.jspecify.annotations.NullMarked;
