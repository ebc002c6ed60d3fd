package interleave.recorder.model;

import java.time.Duration;

/**
 * One lane ended the wait of another: it released a permit or a lock, completed a future, or added an item to a queue.
 *
 * @param waker the index of its lane
 * @param woken the index of the lane that was waiting
 * @param from when the waker did it, since the start of the version
 * @param to when the wait ended
 */
public record Wake(int waker, int woken, Duration from, Duration to) {}
