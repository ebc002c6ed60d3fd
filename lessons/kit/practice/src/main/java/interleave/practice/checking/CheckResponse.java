package interleave.practice.checking;

import interleave.practice.judging.Verdict;
import java.io.Serializable;

/**
 * What a checking process answers.
 *
 * @param stillRunning whether something of the student's may go on there, so that the process should be replaced
 */
record CheckResponse(Verdict verdict, boolean stillRunning) implements Serializable {}
