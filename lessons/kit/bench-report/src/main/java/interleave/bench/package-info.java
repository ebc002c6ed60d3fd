/** Reads results of JMH, and reports them as verdicts, tables and pages. */
@NullMarked
package interleave.bench;

import org.jspecify.annotations.NullMarked;
