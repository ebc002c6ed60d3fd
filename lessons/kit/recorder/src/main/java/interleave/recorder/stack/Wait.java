package interleave.recorder.stack;

import interleave.recorder.model.State;

/** A kind of wait, and the text for it. */
public record Wait(State state, String detail) {}
