package interleave.practice.checking;

import java.io.Serializable;

/** Sent by a checking process when it begins a check: from then on, the time limit counts. */
record CheckBegun() implements Serializable {}
