/** Watches programs that run in real time, without the engine, and reports when one hangs. */
@NullMarked
package interleave.virtualtime.hangs;

import org.jspecify.annotations.NullMarked;
