package interleave.eventloop.inspection;

import java.util.List;

/**
 * A task, or a future that a task waits for.
 *
 * @param id unique in this reading of the loop, from 1
 * @param kind {@code task}, or what is waited for: {@code sleep}, {@code lock}, {@code read} and so on
 * @param text the name of the task, or what is waited for in words
 * @param taskId the number of the task in its loop; 0 for another future
 * @param state of a task: {@code waiting}, {@code ready} (its callback is in the queue), {@code running} or {@code not
 *     started}; empty for another future
 * @param waitMillis the time since a task ran last, to the accuracy of a few turns of the loop; -1 for another future
 * @param place the line that requested it; empty without the debug mode
 * @param awaits the ids of the nodes that it waits for and that are not done
 * @param holder the id of the task that holds what is waited for; 0 if it is unknown
 * @param threadId the thread that works on it; 0 if there is none
 */
public record NodeData(
        int id,
        String kind,
        String text,
        int taskId,
        String state,
        long waitMillis,
        String place,
        List<Integer> awaits,
        int holder,
        long threadId) {}
