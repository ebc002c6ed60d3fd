package eventloop;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Tries to run a second loop inside the first, which is refused, and then does what the message says. */
public final class NestedLoop implements TwoTasks {

    @Override
    public void runBoth(Duration first, Duration second) throws Exception {
        EventLoop.run(loop -> {
            var task1 = loop.createTask("Task 1", () -> task(loop, "Task 1", first));
            var task2 = loop.createTask("Task 2", () -> {
                try {
                    EventLoop.run(inner -> inner.sleep(second));
                } catch (Exception refused) {
                    IO.println("Refused: " + refused.getMessage());
                }
                return task(loop, "Task 2", second);
            });
            return loop.gather(task1, task2);
        });
    }

    private static CompletionStage<Void> task(EventLoop loop, String name, Duration work) {
        IO.println(name + " starts");
        return loop.sleep(work).thenRun(() -> IO.println(name + " is complete"));
    }

    static void main() throws Exception {
        new NestedLoop().runBoth(ofSeconds(2), ofSeconds(1));
    }
}
