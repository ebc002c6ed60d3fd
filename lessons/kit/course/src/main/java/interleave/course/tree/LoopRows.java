package interleave.course.tree;

import interleave.course.jvm.Frames;
import interleave.course.jvm.LoopState;
import interleave.course.jvm.ThreadState;
import interleave.course.jvm.WaitNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tree of a loop's tasks: below each task, those that it waits for. A task that several wait for is shown once, and
 * named elsewhere, so that the number of rows is at most twice the number of tasks.
 */
final class LoopRows {
    /** Deeper levels are cut. */
    private static final int DEEPEST = 40;
    /** So many tasks that are shown elsewhere are named. */
    private static final int MOST_NAMES = 5;

    private final LoopState loop;
    private final Waits waits;
    private final Map<Long, ThreadState> threads;
    /** The ids of the nodes that have a row, or will have one. */
    private final Set<Integer> shown = new HashSet<>();

    private LoopRows(LoopState loop, Map<Long, ThreadState> threads) {
        this.loop = loop;
        this.waits = new Waits(loop.nodes());
        this.threads = threads;
    }

    /** The rows of all tasks, before they are grouped. */
    static List<Row> of(LoopState loop, Map<Long, ThreadState> threads) {
        var tree = new LoopRows(loop, threads);
        Comparator<WaitNode> byAge = Comparator.comparingInt(WaitNode::taskId);
        Stream<WaitNode> roots = tree.waits.tasks().filter(task -> tree.waits.waiters(task) == 0);
        return Stream.concat(roots.sorted(byAge), tree.waits.tasks().sorted(byAge)) // then those that are in a cycle
                .filter(task -> !tree.shown.contains(task.id()) && !task.state().equals("ended"))
                .map(task -> tree.row(task, 0))
                .toList();
    }

    private Row row(WaitNode node, int depth) {
        List<WaitNode> chain = chain(node);
        chain.forEach(part -> shown.add(part.id()));
        List<Row> below = below(chain.getLast(), depth);
        if (!node.isTask()) {
            String text = chain.stream().map(this::text).collect(Collectors.joining(": ")) + at(chain);
            return new Row(text, "", "", Ranges.pattern(text), below);
        }
        String name = waits.label(node);
        String text = state(node, chain.stream().skip(1).map(this::text).collect(Collectors.joining(": "))) + at(chain);
        String time = Times.seconds(isRunning(node) ? loop.turnMillis() : node.waitMillis());
        return new Row(name, time, text, Ranges.pattern(name + '\n' + text), below);
    }

    /** The node, and what it waits for as long as that is a single future that no other node waits for. */
    private List<WaitNode> chain(WaitNode node) {
        var chain = new ArrayList<WaitNode>(List.of(node));
        for (List<WaitNode> next = waits.awaited(node); isPartOfTheRow(next, chain); ) {
            chain.add(next.getFirst());
            next = waits.awaited(next.getFirst());
        }
        return chain;
    }

    private boolean isPartOfTheRow(List<WaitNode> next, List<WaitNode> chain) {
        return next.size() == 1
                && !next.getFirst().isTask()
                && !chain.contains(next.getFirst())
                && (waits.waiters(next.getFirst()) == 1
                        || waits.awaited(next.getFirst()).isEmpty());
    }

    private String state(WaitNode task, String reason) {
        return switch (task.state()) {
            case "running" -> "running";
            case "ready" -> "ready to run";
            case "not started" -> "not started yet";
            default -> reason.isEmpty() ? awaitedTask(task) : reason;
        };
    }

    private String awaitedTask(WaitNode task) {
        return waits.awaited(task).stream()
                .map(waits::label)
                .findFirst()
                .map(name -> "task " + name)
                .orElse("");
    }

    private boolean isRunning(WaitNode node) {
        return node.id() == loop.runningTask();
    }

    private String text(WaitNode node) {
        ThreadState thread = threads.get(node.threadId());
        String text = waits.text(node);
        return thread == null
                ? text
                : text
                        + thread.call().map(call -> ", in " + call).orElse("")
                        + thread.place().map(place -> ", at " + place).orElse("");
    }

    /** The line that requested what the task waits for, or the line that it executes. */
    private String at(List<WaitNode> chain) {
        String place = isRunning(chain.getFirst())
                ? loop.place()
                : chain.getLast().threadId() != 0
                                && threads.containsKey(chain.getLast().threadId())
                        ? "" // the line of that thread says more
                        : chain.stream()
                                .map(WaitNode::place)
                                .filter(line -> !line.isEmpty())
                                .reduce("", (outer, inner) -> inner);
        return place.isEmpty() ? "" : ", at " + Frames.withoutLambdas(place);
    }

    private List<Row> below(WaitNode node, int depth) {
        var here = new ArrayList<WaitNode>();
        var elsewhere = new ArrayList<WaitNode>();
        waits.awaited(node).forEach(next -> (shown.add(next.id()) ? here : elsewhere).add(next));
        var rows = new ArrayList<Row>();
        if (depth == DEEPEST && !here.isEmpty()) {
            rows.add(Row.note("%,d more below, which --json shows".formatted(here.size() + hide(here))));
        } else {
            here.forEach(next -> rows.add(row(next, depth + 1)));
        }
        boolean isNamed = node.isTask() && node.awaits().size() == 1; // "task tea"
        if (!elsewhere.isEmpty() && !isNamed) {
            rows.add(reference(elsewhere));
        }
        return rows;
    }

    /** Marks everything below as shown. Returns how many nodes that are. */
    private int hide(List<WaitNode> nodes) {
        int hidden = 0;
        var open = new ArrayDeque<>(nodes);
        while (!open.isEmpty()) {
            for (WaitNode next : waits.awaited(open.remove())) {
                if (shown.add(next.id())) {
                    hidden++;
                    open.add(next);
                }
            }
        }
        return hidden;
    }

    private Row reference(List<WaitNode> elsewhere) {
        String names = elsewhere.stream().limit(MOST_NAMES).map(waits::label).collect(Collectors.joining(", "));
        int more = elsewhere.size() - MOST_NAMES;
        String text = "see " + names + (more > 0 ? " and %,d more".formatted(more) : "");
        return new Row(text, "", "", Ranges.pattern(text), List.of());
    }
}
