package blockingtheloop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Wrong on purpose: cancelling the future of supplyAsync does not stop its query, which occupies the only thread. */
final class QueryGoesOn {
    private QueryGoesOn() {}

    static void main() throws Exception {
        try (var pool = Executors.newSingleThreadExecutor()) {
            Departure.run(loop -> loop.adopt(CompletableFuture.supplyAsync(Departure::query, pool)));
        }
    }
}
