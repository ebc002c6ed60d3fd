/** What a student types and sees: keys, Ctrl-C, the screen and its width, the exit code. Uses only the JDK. */
@NullMarked
package interleave.course.terminal;

import org.jspecify.annotations.NullMarked;
