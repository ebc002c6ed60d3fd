package interleave.recorder.capture;

/**
 * One thread ended the wait of another. Times are in nanoseconds since the epoch.
 *
 * @param waker the id of its thread
 * @param woken the id of the thread that was waiting
 * @param from when the waker did it
 * @param to when the wait ended
 */
record RecordedWake(long waker, long woken, long from, long to) {}
