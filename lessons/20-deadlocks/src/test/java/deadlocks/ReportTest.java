package deadlocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import interleave.virtualtime.SideBySide.Main;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.VirtualTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In virtual time, each version that hangs ends at once. The report says what each thread waits for, and where. */
class ReportTest {

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void twoLocks(String threads) {
        assertThat(report(OppositeOrder::main, threads))
                .startsWith("Deadlock: every thread waits for another, at 0.2 s of virtual time.")
                .contains(
                        "Cycle: Alice waits for Bob waits for Alice",
                        "Alice waits for a ReentrantLock, held by Bob",
                        "Bob waits for a ReentrantLock, held by Alice",
                        "OppositeOrder.java:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void twoMonitors(String threads) {
        assertThat(report(OppositeMonitors::main, threads))
                .contains(
                        "Cycle: Alice waits for Bob waits for Alice",
                        "Alice waits for the monitor of an Account, held by Bob; holds the monitor of an Account",
                        "OppositeMonitors.java:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void tasksQueuedBehindTasksThatWaitForThem(String threads) {
        assertThat(report(WithThreadPool::main, "2", threads))
                .contains(
                        "Cycle: worker-1 waits for worker-2 waits for worker-1",
                        "worker-1 waits for a FutureTask, queued behind the tasks of worker-1, worker-2",
                        "main waits for a FutureTask, run by worker-1",
                        "Branches.java:");
        assertThat(report(WithThreadPool::main, "1", threads))
                .contains("worker-1 waits for a FutureTask, queued behind its own task");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform"})
    void commonPool(String none) {
        assertThat(report(words -> WithCommonPool.main()))
                .contains(
                        "main waits for a CompletableFuture, queued behind the tasks of"
                                + " ForkJoinPool.commonPool-worker-1",
                        "ForkJoinPool.commonPool-worker-1 waits for a CountDownLatch",
                        "WithCommonPool.java:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void tasksOfTheLoop(String threads) {
        assertThat(report(WithEventLoop::main, threads))
                .contains("Cycle: \"Alice\" waits for \"Bob\" waits for \"Alice\"", "WithEventLoop.java:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void joinOnTheLoop(String threads) {
        assertThat(report(JoinOnTheLoop::main, threads))
                .contains(
                        "loop waits for a CompletableFuture on the thread of its event loop, which runs no task in the"
                                + " meantime",
                        "JoinOnTheLoop.java:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void conditionWithoutSignal(String threads) {
        assertThat(report(NoSignal::main, threads))
                .startsWith("Deadlock: every thread waits, and none can continue, at 0.2 s of virtual time.")
                .contains("customer waits for a condition", "NoSignal.java:")
                .doesNotContain("Cycle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void permitAcquiredTwice(String threads) {
        assertThat(report(PermitTwice::main, threads))
                .contains("customer waits for a Semaphore", "PermitTwice.java:")
                .doesNotContain("Cycle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void upgradedReadLock(String threads) {
        assertThat(report(UpgradedReadLock::main, threads))
                .contains("customer waits for a ReentrantReadWriteLock, held by itself", "UpgradedReadLock.java:");
    }

    private static String report(Main main, String... arguments) {
        var stuck = catchThrowable(() -> VirtualTime.run(() -> main.run(arguments)));
        assertThat(stuck).isInstanceOf(Stuck.class);
        return stuck.getMessage();
    }
}
