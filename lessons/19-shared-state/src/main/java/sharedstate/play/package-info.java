/** The levels of {@code ./lesson play shared-state}. Each has a mistake, and a corrected version. */
package sharedstate.play;
