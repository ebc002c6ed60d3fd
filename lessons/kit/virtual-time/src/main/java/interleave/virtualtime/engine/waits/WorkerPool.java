package interleave.virtualtime.engine.waits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;

/**
 * The threads of an executor, and what its queue would complete.
 *
 * @param released the objects that threads wait for, and that the queued tasks would complete
 */
record WorkerPool(List<Thread> workers, Set<Object> released) {

    /** The pools of these threads. Takes locks of their queues, so no thread may be running. */
    static List<WorkerPool> of(List<Thread> threads, ThreadView view) {
        Map<Object, List<Thread>> workers = new LinkedHashMap<>();
        for (Thread thread : threads) {
            poolOf(view.asSeenByTheProgram(thread))
                    .ifPresent(pool -> workers.computeIfAbsent(pool, first -> new ArrayList<>())
                            .add(thread));
        }
        var pools = new ArrayList<WorkerPool>();
        workers.forEach((pool, of) -> pools.add(new WorkerPool(of, releasedBy(queued(pool)))));
        return pools;
    }

    /** The worker that the others of a cycle see: the next one after {@code waiting}, which may be itself. */
    Thread workerAfter(Thread waiting) {
        return workers.get((workers.indexOf(waiting) + 1) % workers.size());
    }

    private static Optional<Object> poolOf(Thread thread) {
        if (thread instanceof ForkJoinWorkerThread worker) {
            return Optional.of(worker.getPool());
        }
        Optional<Object> task = thread.isVirtual()
                ? Fields.read(thread, "cont")
                        .flatMap(continuation -> Fields.read(continuation, "target"))
                        .flatMap(wrapper -> Fields.read(wrapper, "val$task"))
                : Fields.read(thread, "holder").flatMap(holder -> Fields.read(holder, "task"));
        return task.filter(body -> body.getClass().getName().equals("java.util.concurrent.ThreadPoolExecutor$Worker"))
                .flatMap(worker -> Fields.read(worker, "this$0"));
    }

    private static Stream<?> queued(Object pool) {
        if (pool instanceof ThreadPoolExecutor threadPool) {
            return Arrays.stream(threadPool.getQueue().toArray());
        }
        return pool instanceof ForkJoinPool
                ? Fields.read(pool, "queues", Object[].class).stream()
                        .flatMap(Arrays::stream)
                        .filter(queue -> queue != null)
                        .flatMap(queue -> Fields.read(queue, "array", Object[].class).stream())
                        .flatMap(Arrays::stream)
                        .filter(task -> task != null)
                : Stream.empty();
    }

    /** The queued tasks themselves, their futures, and everything that depends on these. */
    private static Set<Object> releasedBy(Stream<?> queued) {
        Set<Object> released = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayList<Object>(queued.toList());
        while (!open.isEmpty()) {
            Object next = open.removeLast();
            if (released.add(next)) {
                Stream.of("dep", "base", "next")
                        .forEach(name -> Fields.read(next, name)
                                .filter(WorkerPool::isOfFutures)
                                .ifPresent(open::add));
                if (next instanceof CompletableFuture<?>) {
                    Fields.read(next, "stack").ifPresent(open::add);
                }
            }
        }
        return released;
    }

    private static boolean isOfFutures(Object object) {
        return object instanceof CompletableFuture<?>
                || object.getClass().getName().startsWith("java.util.concurrent.CompletableFuture$");
    }
}
