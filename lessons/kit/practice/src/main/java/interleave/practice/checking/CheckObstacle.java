package interleave.practice.checking;

import java.io.IOException;
import java.io.Serializable;

/** Sent instead of {@link CheckBegun} by a checking process that cannot run anything on this machine. */
record CheckObstacle(IOException reason) implements Serializable {}
