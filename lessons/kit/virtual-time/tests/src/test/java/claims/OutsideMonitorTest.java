package claims;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.Vector;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * The order of a run does not depend on a thread outside it that holds a monitor of the JDK, such as a class loader's.
 */
class OutsideMonitorTest {
    /** Longer than a run waits before it counts as stuck. */
    private static final int HELD_FOR_MILLIS = 50;

    private final Vector<String> names = new Vector<>();
    private final CountDownLatch isHeld = new CountDownLatch(1);
    private volatile Thread first = Thread.currentThread();

    @Test
    void blockedThreadContinuesBeforeTheOthers() throws Exception {
        Thread outside = Thread.ofPlatform().start(this::holdUntilFirstIsBlocked);
        isHeld.await();

        VirtualRun run = VirtualTime.run(() -> {
            first = Thread.ofPlatform().start(() -> {
                names.add("Anna");
                IO.println("first");
            });
            Thread second = Thread.ofPlatform().start(() -> IO.println("second"));
            first.join();
            second.join();
        });

        outside.join();
        assertThat(run.output()).containsExactly("first", "second");
    }

    private void holdUntilFirstIsBlocked() {
        synchronized (names) {
            isHeld.countDown();
            while (first.getState() != Thread.State.BLOCKED) {
                pause(1);
            }
            pause(HELD_FOR_MILLIS);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
