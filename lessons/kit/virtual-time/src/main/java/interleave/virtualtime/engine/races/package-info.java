/**
 * Finds data races: two accesses to the same variable, at least one of them a write, that nothing orders. It follows
 * FastTrack (Flanagan and Freund, PLDI 2009).
 */
package interleave.virtualtime.engine.races;
