/** The levels of {@code ./lesson play deadlocks}. Each can hang or fail, and has a corrected version. */
package deadlocks.play;
