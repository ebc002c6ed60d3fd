/**
 * What makes virtual time: a scheduler of virtual threads with a clock of its own, and the hooks through which the JDK
 * comes to use both. This package is put on the bootstrap class path by {@link interleave.virtualtime.engine.Agent},
 * because the JDK's own classes call it; it depends on nothing but {@code java.base}.
 */
package interleave.virtualtime.engine;
