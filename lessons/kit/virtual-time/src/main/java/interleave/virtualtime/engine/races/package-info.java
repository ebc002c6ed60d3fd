/**
 * Finds data races: two accesses to the same variable, at least one of them a write, neither of which happens before
 * the other. The algorithm is based on FastTrack (Flanagan and Freund, PLDI 2009).
 */
package interleave.virtualtime.engine.races;
