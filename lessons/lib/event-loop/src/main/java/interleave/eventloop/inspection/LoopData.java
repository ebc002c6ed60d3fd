package interleave.eventloop.inspection;

import java.util.List;

/**
 * One loop.
 *
 * @param number counts the loops of the JVM
 * @param thread the name of its thread
 * @param threadId the number of its thread
 * @param state {@code idle}: sleeps until a timer, a channel or another thread; {@code running}: executes callbacks;
 *     {@code stopped}: no thread runs it now
 * @param runningTask the id of the node whose callback runs; 0 if there is none
 * @param turnMillis how long the present turn has taken; 0 unless it is running
 * @param place the innermost line of the program that the loop's thread executes; empty unless it is running
 * @param debug whether the debug mode is on, which knows the places of all waits
 * @param isComplete false if there were more nodes than the limit
 * @param nodes the tasks, and what they wait for
 */
public record LoopData(
        int number,
        String thread,
        long threadId,
        String state,
        int runningTask,
        long turnMillis,
        String place,
        boolean debug,
        boolean isComplete,
        List<NodeData> nodes) {}
