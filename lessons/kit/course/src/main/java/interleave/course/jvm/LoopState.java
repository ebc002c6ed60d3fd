package interleave.course.jvm;

import java.util.Arrays;
import java.util.List;
import javax.management.openmbean.CompositeData;

/**
 * An event loop; its parts are those of {@code LoopData} in the event loop.
 *
 * @param state {@code idle}, {@code running} or {@code stopped}
 * @param runningTask the id of the node whose callback runs, or 0
 * @param turnMillis how long the present turn has taken; 0 unless it is running
 * @param place the line that the loop's thread executes; empty unless it is running
 * @param isDebug whether the places of its waits are known
 * @param isComplete false if there were more nodes than were asked for
 */
public record LoopState(
        int number,
        String thread,
        long threadId,
        String state,
        int runningTask,
        long turnMillis,
        String place,
        boolean isDebug,
        boolean isComplete,
        List<WaitNode> nodes) {

    public static LoopState of(CompositeData data) {
        return new LoopState(
                (int) data.get("number"),
                (String) data.get("thread"),
                (long) data.get("threadId"),
                (String) data.get("state"),
                (int) data.get("runningTask"),
                (long) data.get("turnMillis"),
                (String) data.get("place"),
                (boolean) data.get("debug"),
                (boolean) data.get("isComplete"),
                Arrays.stream((CompositeData[]) data.get("nodes"))
                        .map(WaitNode::of)
                        .toList());
    }

    public long tasks() {
        return nodes.stream().filter(WaitNode::isTask).count();
    }
}
