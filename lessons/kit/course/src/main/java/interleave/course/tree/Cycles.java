package interleave.course.tree;

import interleave.course.jvm.WaitNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds tasks that wait for each other, directly or through locks, in a time proportional to the number of waits. A
 * node that was left once is not visited again, and the search is iterative, because a chain may have 100,000 tasks.
 */
final class Cycles {
    /** More cycles are not shown. */
    private static final int MOST = 10;

    private final Waits waits;
    private final Set<Integer> visited = new HashSet<>();
    private final List<List<WaitNode>> found = new ArrayList<>();

    private Cycles(Waits waits) {
        this.waits = waits;
    }

    /** Each cycle once, at most ten; its last node waits for its first. */
    static List<List<WaitNode>> in(Waits waits) {
        var search = new Cycles(waits);
        waits.tasks().sorted(Comparator.comparingInt(WaitNode::taskId)).forEach(search::from);
        return search.found;
    }

    /** A node on the present path, and those that it waits for and that were not visited yet. */
    private record Step(WaitNode node, Deque<WaitNode> open) {}

    private void from(WaitNode start) {
        var path = new ArrayList<Step>();
        Map<Integer, Integer> places = new HashMap<>();
        enter(start, path, places);
        while (!path.isEmpty() && found.size() < MOST) {
            Step last = path.getLast();
            Optional<WaitNode> next = Optional.ofNullable(last.open.poll());
            if (next.isEmpty()) {
                places.remove(path.removeLast().node.id());
            } else if (places.containsKey(next.get().id())) {
                found.add(path.subList(places.get(next.get().id()), path.size()).stream()
                        .map(Step::node)
                        .toList());
            } else {
                enter(next.get(), path, places);
            }
        }
    }

    private void enter(WaitNode node, List<Step> path, Map<Integer, Integer> places) {
        if (visited.add(node.id())) {
            places.put(node.id(), path.size());
            path.add(new Step(node, new ArrayDeque<>(waits.awaitedOrHolder(node))));
        }
    }
}
