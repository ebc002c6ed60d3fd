package interleave.course.tree;

import interleave.course.jvm.WaitNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The nodes of one loop by their ids, and who waits for each of them. */
final class Waits {
    private final Map<Integer, WaitNode> nodes = new HashMap<>();
    private final Map<Integer, Integer> waiters = new HashMap<>();
    /** How many tasks have the same name. */
    private final Map<String, Integer> names = new HashMap<>();

    Waits(List<WaitNode> all) {
        for (WaitNode node : all) {
            nodes.put(node.id(), node);
            node.awaits().forEach(awaited -> waiters.merge(awaited, 1, Integer::sum));
            if (node.isTask()) {
                names.merge(node.text(), 1, Integer::sum);
            }
        }
    }

    /** The nodes that it waits for. Some may be missing in a reading that was cut. */
    List<WaitNode> awaited(WaitNode node) {
        return present(node.awaits());
    }

    /** The nodes that it waits for, and the task that holds what it waits for. */
    List<WaitNode> awaitedOrHolder(WaitNode node) {
        var ids = new ArrayList<>(node.awaits());
        ids.add(node.holder());
        return present(ids);
    }

    private List<WaitNode> present(List<Integer> ids) {
        return ids.stream().filter(nodes::containsKey).map(nodes::get).toList();
    }

    /** How many nodes wait for it. */
    int waiters(WaitNode node) {
        return waiters.getOrDefault(node.id(), 0);
    }

    Stream<WaitNode> tasks() {
        return nodes.values().stream().filter(WaitNode::isTask);
    }

    /** The name of a task, with its number if others have the same name; otherwise what is waited for. */
    String label(WaitNode node) {
        return node.isTask()
                        && names.getOrDefault(node.text(), 0) > 1
                        && !node.text().equals("task-" + node.taskId())
                ? node.text() + " #" + node.taskId()
                : node.text();
    }

    /** What a node waits for, in words, with the task that holds it. */
    String text(WaitNode node) {
        WaitNode holder = nodes.get(node.holder());
        if (holder == null) {
            return node.text();
        }
        return node.text() + ", held by " + label(holder) + (holder.state().equals("ended") ? ", which has ended" : "");
    }
}
