/**
 * The scheduler, the virtual clock and the hooks that rewritten classes call. It runs on the bootstrap class path and
 * uses only the JDK.
 */
package interleave.virtualtime.engine;
