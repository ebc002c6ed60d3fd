package interleave.course.tree;

import interleave.course.jvm.Frames;
import interleave.course.jvm.LoopState;
import interleave.course.jvm.Reading;
import interleave.course.jvm.ThreadContainer;
import interleave.course.jvm.ThreadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tree of threads: below each thread, the scopes that it has opened, and their threads. */
final class ThreadRows {
    /** The carriers of virtual threads. */
    private static final String CARRIERS = "ForkJoinPool-1";
    /** The threads that answer this command. */
    private static final String MANAGEMENT = "RMI ";

    private final Map<Long, List<ThreadContainer>> scopes = new HashMap<>();
    private final Map<String, ThreadState> holders = new HashMap<>();
    private final Map<Long, LoopState> loops;

    private ThreadRows(Reading reading) {
        loops = reading.loops().stream()
                .collect(Collectors.toMap(LoopState::threadId, loop -> loop, (one, other) -> other));
        for (ThreadContainer container : reading.containers()) {
            container
                    .owner()
                    .ifPresent(owner -> scopes.computeIfAbsent(owner, any -> new ArrayList<>())
                            .add(container));
        }
        reading.threads()
                .forEach(thread -> thread.monitors().stream()
                        .filter(monitor ->
                                !monitor.equals(thread.waitingOn())) // the dump names it, but the thread has left it
                        .forEach(monitor -> holders.put(monitor, thread)));
    }

    /** The rows of all threads of the program, before they are grouped. Threads of the JVM are left out. */
    static List<Row> of(Reading reading) {
        var tree = new ThreadRows(reading);
        Set<Long> all = reading.threads().map(ThreadState::id).collect(Collectors.toSet());
        var rows = new ArrayList<Row>();
        for (ThreadContainer container : reading.containers()) {
            if (container.id().equals(ThreadContainer.ROOT)) {
                container.threads().stream()
                        .filter(tree::isOfTheProgram)
                        .map(tree::row)
                        .forEach(rows::add);
            } else if (container.owner().isEmpty()
                    || !all.contains(container.owner().getAsLong())) {
                tree.executor(container, rows);
            }
        }
        return rows;
    }

    private void executor(ThreadContainer container, List<Row> rows) {
        boolean isOfTheJvm = container.label().equals(CARRIERS)
                || container.threads().stream().allMatch(thread -> thread.name().startsWith(MANAGEMENT));
        if (!isOfTheJvm) {
            rows.add(row(container));
        }
    }

    private boolean isOfTheProgram(ThreadState thread) {
        return thread.isVirtual()
                || thread.place().isPresent()
                || scopes.containsKey(thread.id())
                || loops.containsKey(thread.id());
    }

    private Row row(ThreadContainer container) {
        List<Row> threads = container.threads().stream().map(this::row).toList();
        return new Row(container.label(), "", "", Ranges.pattern(container.label()), threads);
    }

    private Row row(ThreadState thread) {
        List<Row> below = scopes.getOrDefault(thread.id(), List.of()).stream()
                .map(this::row)
                .toList();
        return new Row(thread.label(), "", text(thread), thread.stack(), below);
    }

    private String text(ThreadState thread) {
        LoopState loop = loops.get(thread.id());
        if (loop != null && !loop.state().equals("stopped")) {
            return "event loop " + loop.number();
        }
        if (thread.isIdle()) {
            return "idle";
        }
        String place = thread.place().map(line -> ", at " + line).orElse("");
        if (!thread.blockedOn().isEmpty()) {
            ThreadState holder = holders.get(thread.blockedOn());
            return "monitor of " + Frames.simpleName(thread.blockedOn())
                    + (holder == null ? "" : ", held by " + holder.label()) + place;
        }
        String object = thread.blocker().isEmpty() ? thread.waitingOn() : thread.blocker();
        return thread.call()
                        .map(call -> call + (object.isEmpty() ? "" : " on " + Frames.simpleName(object)))
                        .orElse("running")
                + place;
    }
}
