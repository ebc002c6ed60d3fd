/** The terminal: keys, Ctrl-C, the screen and its width, exit codes. Uses only the JDK. */
@NullMarked
package interleave.course.terminal;

import org.jspecify.annotations.NullMarked;
