/** Programs to be played with: {@code ./lesson play shared-state}. Each has a mistake, and a corrected twin. */
package sharedstate.play;
