/**
 * Finds out what each thread waits for: in virtual time, and in a real run. It uses only the JDK. Virtual time loads it
 * on the bootstrap class path, a real run on that of the program.
 */
package interleave.virtualtime.engine.waits;
