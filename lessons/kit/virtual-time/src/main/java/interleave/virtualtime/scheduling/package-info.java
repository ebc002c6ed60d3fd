/** The input of a scheduler: the threads of a run that can continue, and the next step of each. */
@NullMarked
package interleave.virtualtime.scheduling;

import org.jspecify.annotations.NullMarked;
