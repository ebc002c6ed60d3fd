/** Programs to be played with: {@code ./lesson play deadlocks}. Each can hang or fail, and has a corrected twin. */
package deadlocks.play;
