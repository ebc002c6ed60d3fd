package interleave.recorder;

/** A kind of wait, and how to say it. */
record Wait(State state, String detail) {}
