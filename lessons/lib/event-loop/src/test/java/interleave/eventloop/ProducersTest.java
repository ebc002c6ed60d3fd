package interleave.eventloop;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Threads that submit callbacks to a loop as fast as they can. The threads run in real time, because no test waits for
 * a clock.
 */
class ProducersTest {
    private static final int EACH = 100_000;

    private final List<Integer> fromFirst = new ArrayList<>();
    private final List<Integer> fromSecond = new ArrayList<>();
    private final CompletableFuture<Void> allSeen = new CompletableFuture<>();

    @Test
    void callbacksOfEachProducerArriveOnceAndInOrder() throws Exception {
        try (var loop = new EventLoop()) {
            var first = Thread.ofPlatform().start(() -> produce(loop, fromFirst));
            var second = Thread.ofPlatform().start(() -> produce(loop, fromSecond));
            loop.runUntilComplete(allSeen);
            first.join();
            second.join();
            loop.runUntilComplete(loop.createTask(() -> completedFuture("late callbacks")));
        }

        List<Integer> inOrder = IntStream.range(0, EACH).boxed().toList();
        assertThat(fromFirst).containsExactlyElementsOf(inOrder);
        assertThat(fromSecond).containsExactlyElementsOf(inOrder);
    }

    private void produce(EventLoop loop, List<Integer> seen) {
        IntStream.range(0, EACH)
                .forEach(number -> loop.execute(() -> {
                    seen.add(number);
                    if (fromFirst.size() + fromSecond.size() == 2 * EACH) {
                        allSeen.complete(null);
                    }
                }));
    }
}
