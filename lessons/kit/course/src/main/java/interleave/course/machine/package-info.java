/**
 * What this machine offers, and what it refuses: files, locks, notifications, recordings. May use the kit's modules.
 */
@NullMarked
package interleave.course.machine;

import org.jspecify.annotations.NullMarked;
