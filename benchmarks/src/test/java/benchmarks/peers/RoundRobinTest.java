package benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** A loop that loses a callback, or changes the order, is not timed: its benchmark fails. */
class RoundRobinTest {
    /** Callbacks that the test runs, or does not run. */
    private final ArrayDeque<Runnable> ready = new ArrayDeque<>();

    private final RoundRobin tasks = new RoundRobin(3, 4);

    @Test
    void acceptsTasksThatTakeTurns() {
        tasks.start(ready::add);
        runAll();

        assertThatCode(this::await).doesNotThrowAnyException();
    }

    @Test
    void reportsLostCallback() {
        tasks.start(ready::add);
        ready.remove();
        runAll();

        assertThatThrownBy(this::await)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected task 0 to finish next");
    }

    @Test
    void reportsLossOfLastCallback() {
        tasks.start(ready::add);
        while (ready.size() > 1) {
            ready.remove().run();
        }

        assertThatThrownBy(this::await)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("only 2 of 3 tasks finished");
    }

    @Test
    void reportsTaskThatOvertakesAnother() {
        tasks.start(ready::add);
        while (!ready.isEmpty()) {
            ready.removeLast().run();
        }

        assertThatThrownBy(this::await)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected task 0 to finish next, but task 2 finished");
    }

    @Test
    void reportsCallbackThatRunsTwice() {
        Executor twice = callback -> {
            ready.add(callback);
            ready.add(callback);
        };
        tasks.start(twice);
        runAll();

        assertThatThrownBy(this::await).isInstanceOf(AssertionError.class);
    }

    @Test
    void callCounterReportsLostCall() {
        var counter = new CallCounter(3);
        counter.run();
        counter.run();

        assertThatThrownBy(() -> counter.await(Duration.ZERO))
                .isInstanceOf(AssertionError.class)
                .hasMessage("The loop lost 1 callbacks");
    }

    private void runAll() {
        while (!ready.isEmpty()) {
            ready.remove().run();
        }
    }

    /** All callbacks have run on this thread, so there is nothing to wait for. */
    private void await() throws InterruptedException {
        tasks.await(Duration.ZERO);
    }
}
