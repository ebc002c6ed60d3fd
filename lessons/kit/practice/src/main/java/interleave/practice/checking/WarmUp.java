package interleave.practice.checking;

import java.io.Serializable;

/** Asks a checking process to get ready for such requests; it is not answered. */
record WarmUp(CheckRequest request) implements Serializable {}
