/** Rewrites classes of the JDK and of the program so that they call the engine's hooks. It may use the engine. */
package interleave.virtualtime.engine.agent;
