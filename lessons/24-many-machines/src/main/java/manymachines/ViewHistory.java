package manymachines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records the views of each node over time, and draws them as text. */
final class ViewHistory {
    private static final int COLUMNS = 60;

    private final long start = System.nanoTime();
    private final List<Change> changes = new ArrayList<>();

    /** From this moment on, the node has this view. The view is empty if the node does not run. */
    private record Change(long at, int node, Set<Integer> view) {}

    /** Records a line that a node has printed, if it is a view. */
    synchronized void printed(int node, String line) {
        if (line.startsWith(Node.VIEW)) {
            String numbers = line.substring(Node.VIEW.length()).replace(" (merged)", "");
            changes.add(new Change(
                    System.nanoTime(),
                    node,
                    Stream.of(numbers.split(", ")).map(Integer::valueOf).collect(Collectors.toSet())));
        }
    }

    synchronized void died(int node) {
        changes.add(new Change(System.nanoTime(), node, Set.of()));
    }

    /** One row for each pair of a node and a node that can be in its view. */
    synchronized List<String> picture() {
        long length = Math.max(1, System.nanoTime() - start);
        var rows = new ArrayList<String>();
        var nodes = changes.stream().map(Change::node).collect(Collectors.toCollection(TreeSet::new));
        for (int node : nodes) {
            for (int other : nodes) {
                rows.add((other == nodes.first() ? "node " + node + " sees " : " ".repeat(12)) + other + "  "
                        + row(node, other, length));
            }
        }
        rows.add(" ".repeat(15) + "0 s" + " ".repeat(COLUMNS - 8)
                + Duration.ofNanos(length).toSeconds() + " s");
        return rows;
    }

    private String row(int node, int other, long length) {
        var row = new StringBuilder();
        for (int column = 0; column < COLUMNS; column++) {
            Set<Integer> view = viewAt(node, start + length * (2 * column + 1) / (2 * COLUMNS));
            row.append(view.isEmpty() ? ' ' : view.contains(other) ? '#' : '.');
        }
        return row.toString();
    }

    private Set<Integer> viewAt(int node, long time) {
        Set<Integer> view = Set.of();
        for (Change change : changes) {
            if (change.node == node && change.at <= time) {
                view = change.view;
            }
        }
        return view;
    }
}
