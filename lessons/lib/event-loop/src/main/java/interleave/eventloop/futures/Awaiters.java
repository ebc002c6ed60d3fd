package interleave.eventloop.futures;

import interleave.eventloop.observation.Owner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Several futures that wait for the same one. They are notified in the order in which they came. */
final class Awaiters extends AwaitedFuture<Void> {

    /** Each with the task on whose behalf it is notified; empty for the task that is running then. */
    private final Map<AwaitedFuture<?>, Optional<Owner>> byArrival = new LinkedHashMap<>();

    /** Starts with the future that was there first. */
    Awaiters(AwaitedFuture<?> awaited, AwaitedFuture<?> first) {
        super(awaited);
        byArrival.put(first, Optional.empty());
    }

    /** Returns false if it is there already. */
    boolean add(AwaitedFuture<?> newcomer) {
        return byArrival.putIfAbsent(newcomer, Optional.of(loop.owner())) == null;
    }

    void remove(AwaitedFuture<?> leaving) {
        byArrival.remove(leaving);
    }

    boolean isEmpty() {
        return byArrival.isEmpty();
    }

    @Override
    protected void awaitedDone(CompletableFuture<?> done, Throwable failure) {
        var all = new LinkedHashMap<>(byArrival); // a copy: each of them may leave
        all.forEach((awaiter, owner) -> {
            Owner running = loop.switchTo(owner.orElseGet(loop::owner));
            awaiter.awaitedDone(done, failure);
            loop.switchTo(running);
        });
    }
}
