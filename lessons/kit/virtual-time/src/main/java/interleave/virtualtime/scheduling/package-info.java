/** What a scheduler sees of a run: the threads that can go on, and the next step of each. */
@NullMarked
package interleave.virtualtime.scheduling;

import org.jspecify.annotations.NullMarked;
