package interleave.eventloop;

import interleave.eventloop.futures.LoopFuture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Describes unfinished tasks: which tasks each of them waits for, and the first cycle. */
final class Unfinished {
    private Unfinished() {}

    /** Such as {@code [task "main" waiting for "tea", task "tea"]}. */
    static String described(List<Task<?>> tasks) {
        return tasks.stream().map(Unfinished::described).collect(Collectors.joining(", ", "[", "]")) + cycle(tasks);
    }

    private static String described(Task<?> task) {
        List<Task<?>> awaited = awaitedBy(task);
        return awaited.isEmpty()
                ? task.toString()
                : task + " waiting for "
                        + awaited.stream().map(Unfinished::quoted).collect(Collectors.joining(" and "));
    }

    private static String cycle(List<Task<?>> tasks) {
        Set<Task<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return tasks.stream()
                .map(task -> cycleFrom(task, new ArrayList<>(), seen))
                .filter(cycle -> !cycle.isEmpty())
                .findFirst()
                .map(cycle ->
                        ". Cycle: " + cycle.stream().map(Unfinished::quoted).collect(Collectors.joining(" waits for ")))
                .orElse("");
    }

    /** The first task of the cycle is also its last one; empty if there is none. */
    private static List<Task<?>> cycleFrom(Task<?> task, List<Task<?>> path, Set<Task<?>> seen) {
        if (path.contains(task)) {
            var cycle = new ArrayList<Task<?>>(path.subList(path.indexOf(task), path.size()));
            cycle.add(task);
            return cycle;
        }
        if (!seen.add(task)) {
            return List.of();
        }
        path.add(task);
        for (Task<?> awaited : awaitedBy(task)) {
            List<Task<?>> cycle = cycleFrom(awaited, path, seen);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        path.removeLast();
        return List.of();
    }

    /** The unfinished tasks that it waits for, directly or through other futures. */
    private static List<Task<?>> awaitedBy(Task<?> task) {
        var found = new ArrayList<Task<?>>();
        Set<CompletableFuture<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayList<CompletableFuture<?>>(task.awaitedNow().toList());
        while (!open.isEmpty()) {
            CompletableFuture<?> next = open.removeFirst();
            if (next.isDone() || !seen.add(next)) {
                continue;
            }
            if (next instanceof Task<?> awaited) {
                found.add(awaited);
            } else if (next instanceof LoopFuture<?> future) {
                open.addAll(future.awaitedNow().toList());
            }
        }
        return found;
    }

    private static String quoted(Task<?> task) {
        return '"' + task.name() + '"';
    }
}
