package interleave.practice.checking;

import interleave.practice.judging.Verdict;
import java.io.Serializable;

/**
 * The response of a checking process.
 *
 * @param stillRunning whether the student's code may still be running, so that the process must be replaced
 */
record CheckResponse(Verdict verdict, boolean stillRunning) implements Serializable {}
