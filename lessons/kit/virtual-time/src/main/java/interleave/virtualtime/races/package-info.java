/** What a run that looks for data races has found. */
@NullMarked
package interleave.virtualtime.races;

import org.jspecify.annotations.NullMarked;
