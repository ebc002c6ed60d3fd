package manymachines;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The nodes that one node believes to be in the cluster at a moment: its membership view.
 *
 * @param nodes the numbers of the nodes, the oldest node first
 * @param merged whether it merges parts of the cluster that could not reach each other
 */
public record View(List<Integer> nodes, boolean merged) {

    /** Copies the list, so that a view never changes. */
    public View {
        nodes = List.copyOf(nodes);
    }

    /** The numbers in ascending order: "1, 2, 3". */
    @Override
    public String toString() {
        return nodes.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
