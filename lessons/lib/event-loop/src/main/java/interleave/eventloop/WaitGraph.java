package interleave.eventloop;

import interleave.eventloop.futures.LoopFuture;
import interleave.eventloop.inspection.NodeData;
import interleave.eventloop.observation.Owner;
import interleave.eventloop.observation.WaitReason;
import interleave.eventloop.scheduling.Scheduler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Tasks, and the futures that they wait for: each of them once, however many wait for it. The steps of a chain, which
 * wait for one future each, are left out.
 */
@SuppressWarnings("CollectionUndefinedEquality") // its maps compare by identity
final class WaitGraph {

    private final Scheduler loop;
    private final Owner running;
    private final int limit;

    private final IdentityHashMap<Object, Integer> ids = new IdentityHashMap<>();
    private final Deque<CompletableFuture<?>> unread = new ArrayDeque<>();
    private final List<NodeData> nodes = new ArrayList<>();
    /** Where a chain of steps leads to, so that a long chain that many tasks share is followed once. */
    private final IdentityHashMap<CompletableFuture<?>, Optional<CompletableFuture<?>>> ends = new IdentityHashMap<>();

    WaitGraph(Scheduler loop, Owner running, int limit) {
        this.loop = loop;
        this.running = running;
        this.limit = limit;
    }

    /** Adds tasks and everything that they wait for. Returns false if that is more than the limit. */
    boolean add(Collection<Task<?>> tasks) {
        tasks.forEach(this::idOfNode);
        while (!unread.isEmpty() && nodes.size() < limit) {
            nodes.add(read(unread.remove()));
        }
        return unread.isEmpty() && tasks.size() < limit;
    }

    List<NodeData> data() {
        return nodes;
    }

    /** The number of a node that was added; 0 for others. */
    int idOf(Owner task) {
        return ids.getOrDefault(task, 0);
    }

    private int idOfNode(CompletableFuture<?> future) {
        Integer known = ids.get(future);
        if (known != null) {
            return known;
        }
        unread.add(future);
        ids.put(future, ids.size() + 1);
        return ids.size();
    }

    private NodeData read(CompletableFuture<?> future) {
        WaitReason reason = reason(future).orElseGet(() -> reasonOfOthers(future));
        List<Integer> awaits = awaited(future).stream().map(this::idOfNode).toList();
        Optional<Task<?>> task = future instanceof Task<?> own ? Optional.of(own) : Optional.empty();
        return new NodeData(
                idOfNode(future),
                reason.kind(),
                reason.text(),
                task.map(Task::id).orElse(0),
                task.map(own -> state(own, awaits)).orElse(""),
                task.map(own -> own.waitingTime().toMillis()).orElse(-1L),
                loop.listener().placeOf(future),
                awaits,
                reason.holder() instanceof Task<?> holder ? idOfNode(holder) : 0,
                reason.worker().map(Thread::threadId).orElse(0L));
    }

    private String state(Task<?> task, List<Integer> awaits) {
        if (task.isDone()) {
            return "ended";
        }
        if (task == running) {
            return "running";
        }
        if (!task.isStarted()) {
            return "not started";
        }
        return awaits.isEmpty() ? "ready" : "waiting";
    }

    private static Optional<WaitReason> reason(CompletableFuture<?> future) {
        return future instanceof LoopFuture<?> own ? own.waitReason() : Optional.empty();
    }

    private static WaitReason reasonOfOthers(CompletableFuture<?> future) {
        return future instanceof LoopFuture<?>
                ? new WaitReason("futures", "several futures")
                : new WaitReason("future", future.getClass().getSimpleName() + ", which other code completes");
    }

    /** The futures that it waits for and that are not done, at the ends of their chains. */
    private List<CompletableFuture<?>> awaited(CompletableFuture<?> future) {
        return awaitedDirectly(future).stream()
                .map(this::endOfChain)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Empty if the chain is done, or waits for nothing but its turn. A chain that waits for itself ends anywhere. */
    private Optional<CompletableFuture<?>> endOfChain(CompletableFuture<?> start) {
        var chain = new LinkedHashSet<CompletableFuture<?>>();
        Optional<CompletableFuture<?>> end = Optional.of(start);
        while (end.isPresent() && isStep(end.get())) {
            if (ends.containsKey(end.get())) {
                end = ends.get(end.get());
                break;
            }
            if (!chain.add(end.get())) {
                break;
            }
            end = awaitedDirectly(end.get()).stream().findFirst();
        }
        for (var step : chain) {
            ends.put(step, end);
        }
        return end;
    }

    private static boolean isStep(CompletableFuture<?> future) {
        return future instanceof LoopFuture<?>
                && reason(future).isEmpty()
                && awaitedDirectly(future).size() <= 1;
    }

    private static List<CompletableFuture<?>> awaitedDirectly(CompletableFuture<?> future) {
        return future instanceof LoopFuture<?> own
                ? own.awaitedNow()
                        .<CompletableFuture<?>>map(awaited -> awaited)
                        .filter(awaited -> !awaited.isDone())
                        .toList()
                : List.of();
    }
}
