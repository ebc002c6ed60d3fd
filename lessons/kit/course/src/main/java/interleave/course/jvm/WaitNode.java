package interleave.course.jvm;

import java.util.Arrays;
import java.util.List;
import javax.management.openmbean.CompositeData;

/**
 * A task of a loop, or a future that a task waits for; its parts are those of {@code NodeData} in the event loop.
 *
 * @param waitMillis -1 if it is unknown
 * @param awaits the ids of other nodes
 * @param holder the id of the task that holds what is waited for, or 0
 * @param threadId the thread that works on it, or 0
 */
public record WaitNode(
        int id,
        String kind,
        String text,
        int taskId,
        String state,
        long waitMillis,
        String place,
        List<Integer> awaits,
        int holder,
        long threadId) {

    public static WaitNode of(CompositeData data) {
        return new WaitNode(
                (int) data.get("id"),
                (String) data.get("kind"),
                (String) data.get("text"),
                (int) data.get("taskId"),
                (String) data.get("state"),
                (long) data.get("waitMillis"),
                (String) data.get("place"),
                Arrays.stream((Object[]) data.get("awaits"))
                        .map(Integer.class::cast)
                        .toList(),
                (int) data.get("holder"),
                (long) data.get("threadId"));
    }

    public boolean isTask() {
        return taskId > 0;
    }
}
