package interleave.recorder.stack;

import interleave.recorder.model.State;

/** A kind of wait, and its description. */
public record Wait(State state, String detail) {}
