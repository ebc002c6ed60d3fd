package interleave.course.tree;

import interleave.course.jvm.Frames;
import interleave.course.jvm.JavaProcess;
import interleave.course.jvm.LoopState;
import interleave.course.jvm.Reading;
import interleave.course.jvm.ThreadState;
import interleave.course.jvm.WaitNode;
import interleave.course.terminal.Screen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what was read of a JVM: cycles first, then each loop's tasks, then the threads. */
final class TreePage {
    private final Screen screen;
    private final boolean isTerminal;

    /** Without a terminal, each row is one line, so that other programs can search it. */
    TreePage(Screen screen, boolean isTerminal) {
        this.screen = screen;
        this.isTerminal = isTerminal;
    }

    /** Prints a reading of this process. */
    void print(JavaProcess process, String program, String version, Reading reading) {
        screen.title("Process " + process.pid() + " (" + program + "), JDK " + version);
        paragraph("Read in " + reading.time().toMillis()
                + " ms while it ran, one task and one thread after the other: this is not a snapshot of one instant.");
        Map<Long, ThreadState> threads =
                reading.threads().collect(Collectors.toMap(ThreadState::id, thread -> thread, (one, other) -> other));
        reading.loops().forEach(loop -> print(loop, threads));
        if (reading.loops().stream().anyMatch(loop -> !loop.isDebug() && loop.tasks() > 0)) {
            screen.line();
            paragraph("The lines of tasks are known only if the loop runs in debug mode: java -Deventloop.debug=true"
                    + " ...");
        }
        printThreads(reading);
    }

    private void print(LoopState loop, Map<Long, ThreadState> threads) {
        screen.line();
        screen.title("Event loop " + loop.number() + " on thread " + loop.thread() + ": " + what(loop));
        var waits = new Waits(loop.nodes());
        List<List<WaitNode>> cycles = Cycles.in(waits);
        cycles.forEach(cycle -> printCycle(cycle, waits));
        List<Row> rows = RowGroups.of(LoopRows.of(loop, threads));
        if (!rows.isEmpty()) {
            print(new Row("task", "waits", "for", "", List.of()), rows);
        }
        if (!loop.isComplete()) {
            paragraph("There are more tasks than the %,d that were read."
                    .formatted(loop.nodes().size()));
        }
    }

    private static String what(LoopState loop) {
        String tasks = loop.tasks() == 1 ? "1 task" : "%,d tasks".formatted(loop.tasks());
        if (!loop.state().equals("running")) {
            return loop.state() + ", " + tasks;
        }
        String running = loop.nodes().stream()
                .filter(node -> node.id() == loop.runningTask())
                .findFirst()
                .map(node -> " by " + node.text())
                .orElse("");
        return "busy for " + Times.seconds(loop.turnMillis()) + running
                + (loop.place().isEmpty() ? "" : ", at " + Frames.withoutLambdas(loop.place())) + ", " + tasks;
    }

    private void printCycle(List<WaitNode> cycle, Waits waits) {
        boolean canEnd = cycle.stream().anyMatch(node -> node.kind().equals("timeout"));
        paragraph(
                canEnd
                        ? "Cycle: these tasks wait for each other until a timeout ends it."
                        : "Deadlock: these tasks wait for each other, and none of them can continue.");
        List<WaitNode> tasks =
                new ArrayList<>(cycle.stream().filter(WaitNode::isTask).toList());
        var links = new ArrayList<String>();
        for (int place = 0; place < tasks.size(); place++) {
            links.add(
                    waits.label(tasks.get(place)) + " waits for " + waits.label(tasks.get((place + 1) % tasks.size())));
        }
        paragraph("  " + String.join(", ", links));
    }

    private void printThreads(Reading reading) {
        List<Row> all = ThreadRows.of(reading);
        if (reading.loops().isEmpty() && !reading.hasScopes()) {
            screen.line();
            paragraph("It has no event loop of this course and no structured scope, so only its threads can be shown.");
        }
        screen.line();
        screen.title("Threads");
        if (all.isEmpty()) {
            paragraph("No thread is in a method of the program now.");
        } else {
            print(new Row("thread", "", "waits in", "", List.of()), RowGroups.of(all));
        }
    }

    private void paragraph(String text) {
        if (isTerminal) {
            int indent = text.length() - text.stripLeading().length();
            screen.item(" ".repeat(indent), text.strip());
        } else {
            screen.line(text);
        }
    }

    // ---- rows

    /** A row with the lines of the tree before it. */
    private record Branch(String lines, Row row) {
        int nameWidth() {
            return lines.length() + row.name().length();
        }
    }

    private void print(Row header, List<Row> rows) {
        var branches = new ArrayList<>(List.of(new Branch("", header)));
        rows.forEach(row -> {
            branches.add(new Branch("", row));
            addBelow(branches, "", row);
        });
        int widest = isTerminal ? screen.width() / 2 : Integer.MAX_VALUE;
        int names = branches.stream()
                .filter(branch -> !branch.row.text().isEmpty())
                .mapToInt(Branch::nameWidth)
                .filter(width -> width <= widest)
                .max()
                .orElse(0);
        int times = branches.stream()
                .map(branch -> branch.row.time().length())
                .max(Comparator.naturalOrder())
                .orElse(0);
        branches.forEach(branch -> print(branch, names, times));
    }

    private void print(Branch branch, int names, int times) {
        Row row = branch.row;
        String name = branch.lines + row.name();
        if (row.text().isEmpty()) {
            screen.line(name);
            return;
        }
        String time = times == 0 ? "" : "  " + " ".repeat(times - row.time().length()) + row.time();
        String lead = name + " ".repeat(Math.max(0, names - name.length())) + time + "  ";
        if (isTerminal) {
            screen.item(lead, row.text());
        } else {
            screen.line(lead + row.text());
        }
    }

    private void addBelow(List<Branch> branches, String before, Row row) {
        boolean fine = screen.unicode();
        for (int place = 0; place < row.below().size(); place++) {
            boolean isLast = place == row.below().size() - 1;
            Row below = row.below().get(place);
            branches.add(new Branch(before + (isLast ? (fine ? "└─ " : "`- ") : fine ? "├─ " : "|- "), below));
            addBelow(branches, before + (isLast ? "   " : fine ? "│  " : "|  "), below);
        }
    }
}
