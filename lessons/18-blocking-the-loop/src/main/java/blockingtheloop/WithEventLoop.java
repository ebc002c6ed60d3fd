package blockingtheloop;

import interleave.eventloop.EventLoop;
import java.util.List;

/** Computes each count in a task of the loop. There is one thread, so this is no faster than one after the other. */
public final class WithEventLoop implements PrimeCounter {

    @Override
    public List<Long> count(List<Integer> limits) throws Exception {
        return EventLoop.run(loop -> loop.gather(limits.stream()
                .map(limit -> loop.createTask(() -> loop.completed(Primes.below(limit))))
                .toList()));
    }

    static void main() throws Exception {
        Limits.show(new WithEventLoop());
    }
}
