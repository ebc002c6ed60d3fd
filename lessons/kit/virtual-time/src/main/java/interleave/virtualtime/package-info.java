/** Ordinary Java concurrency in virtual time: exact, repeatable and at once. */
@NullMarked
package interleave.virtualtime;

import org.jspecify.annotations.NullMarked;
