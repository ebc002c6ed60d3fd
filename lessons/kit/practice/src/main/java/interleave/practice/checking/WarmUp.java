package interleave.practice.checking;

import java.io.Serializable;

/** Makes a checking process load what it needs for such requests. There is no response. */
record WarmUp(CheckRequest request) implements Serializable {}
