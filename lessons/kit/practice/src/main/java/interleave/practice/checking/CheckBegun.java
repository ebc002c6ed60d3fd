package interleave.practice.checking;

import java.io.Serializable;

/** Sent by a checking process before it checks: it has started, and is ready. */
record CheckBegun() implements Serializable {}
