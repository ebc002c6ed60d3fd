package interleave.eventloop;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import org.junit.jupiter.api.Test;

/** The end of a loop cancels what is unfinished. */
@InVirtualTime
class ClosingTest extends EventTrail {
    ClosingTest(VirtualClock clock) {
        super(clock);
    }

    @Test
    void closingCancelsUnfinishedTasksOldestFirst() throws Exception {
        String result = EventLoop.run(loop -> {
            loop.createTask("first", () -> cleansUp(loop, "first", 3));
            loop.createTask("second", () -> cleansUp(loop, "second", 1));
            return loop.sleep(ofSeconds(1)).thenApply(woke -> noted("main is done", "result"));
        });

        assertThat(result).isEqualTo("result");
        assertThat(trail)
                .containsExactly(
                        "1 s: main is done",
                        "1 s: first: cancelled",
                        "1 s: second: cancelled",
                        "2 s: second: cleaned up",
                        "4 s: first: cleaned up");
    }

    @Test
    void closingWaitsForTasksStartedDuringCleanUp() throws Exception {
        EventLoop.run(loop -> {
            loop.createTask(
                    "farewell",
                    () -> loop.sleep(ofSeconds(10))
                            .exceptionallyCompose(failure -> loop.createTask(
                                    "last words", () -> loop.sleep(ofSeconds(1)).thenRun(() -> note("last words")))));
            return loop.sleep(ofSeconds(1));
        });

        assertThat(trail).containsExactly("2 s: last words");
    }

    @Test
    void interruptCancelsTasks() throws Exception {
        var runner = Thread.startVirtualThread(() -> {
            try {
                EventLoop.run(loop -> sleeper(loop, "task", 100));
            } catch (Exception thrown) {
                note(nameOf(thrown));
            }
        });
        Thread.sleep(ofSeconds(2));
        runner.interrupt();
        runner.join();

        assertThat(trail).containsExactly("2 s: task: CancellationException", "2 s: InterruptedException");
    }

    @Test
    void runningLoopCannotBeClosedFromInside() throws Exception {
        EventLoop.run(loop -> {
            assertThatThrownBy(loop::close).isInstanceOf(IllegalStateException.class);
            return loop.sleep(ofSeconds(1));
        });

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }
}
