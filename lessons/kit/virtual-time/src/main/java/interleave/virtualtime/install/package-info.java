/** Loads the engine into the running JVM as an agent. It knows the engine by name only. */
@NullMarked
package interleave.virtualtime.install;

import org.jspecify.annotations.NullMarked;
