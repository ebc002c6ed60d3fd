/** Reads results of JMH; says in words, tables and pages what they tell, and what they do not. */
@NullMarked
package interleave.bench;

import org.jspecify.annotations.NullMarked;
