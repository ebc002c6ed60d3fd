package interleave.eventloop;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A waiting future keeps the future it waits for in memory, but not those it waited for before. */
class MemoryTest {
    private static final int MAX_COLLECTIONS = 100;

    private final EventLoop loop = new EventLoop();
    private final List<WeakReference<?>> past = new ArrayList<>();

    @Test
    void growingChainReleasesItsBeginning() throws Exception {
        CompletableFuture<Void> last = loop.sleep(ZERO);
        for (int i = 0; i < 10; i++) {
            last = grown(last);
        }
        last = last.thenCompose(done -> loop.sleep(ofHours(1)));

        assertThat(collected()).isTrue();
        Reference.reachabilityFence(last);
    }

    private CompletableFuture<Void> grown(CompletableFuture<Void> chain) throws Exception {
        past.add(new WeakReference<>(chain));
        CompletableFuture<Void> longer =
                chain.thenCompose(done -> loop.sleep(ZERO)).thenRun(() -> {});
        loop.runUntilComplete(chain);
        return longer;
    }

    @Test
    void shieldedTaskForgetsShieldsThatWereCancelled() {
        var job = loop.createTask("job", () -> loop.sleep(ofHours(1)));
        var chain = job.thenRun(() -> {});
        var foreign = new CompletableFuture<Void>();
        for (int i = 0; i < 10; i++) {
            past.add(new WeakReference<>(cancelledShield(job)));
            past.add(new WeakReference<>(cancelledShield(chain)));
            past.add(new WeakReference<>(cancelledShield(foreign)));
        }

        assertThat(collected()).isTrue();
        assertThat(foreign.getNumberOfDependents()).isLessThanOrEqualTo(1);
        Reference.reachabilityFence(List.of(job, chain, foreign));
    }

    private CompletableFuture<Void> cancelledShield(CompletableFuture<Void> shielded) {
        var shield = loop.shield(shielded);
        shield.cancel(false);
        return shield;
    }

    @Test
    void taskReleasesTheTaskThatCreatedIt() throws Exception {
        var last = new ArrayList<Task<?>>();
        var begun = new CompletableFuture<Void>();
        follow(10, last, begun);
        loop.runUntilComplete(begun);

        past.removeLast(); // the creator of the last task
        assertThat(collected()).isTrue();
        Reference.reachabilityFence(last);
    }

    private void follow(int left, List<Task<?>> last, CompletableFuture<Void> begun) {
        var task = loop.createTask(() -> loop.sleep(ZERO).thenRun(() -> {
            if (left > 1) {
                follow(left - 1, last, begun);
            } else {
                last.add(loop.createTask(() -> loop.sleep(ofHours(1))));
                begun.complete(null);
            }
        }));
        past.add(new WeakReference<>(task));
    }

    private boolean collected() {
        for (int i = 0; i < MAX_COLLECTIONS; i++) {
            System.gc();
            if (past.stream().allMatch(reference -> reference.get() == null)) {
                return true;
            }
        }
        return false;
    }
}
