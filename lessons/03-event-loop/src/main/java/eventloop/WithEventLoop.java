package eventloop;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Runs both tasks on the course's event loop: while one task sleeps, the thread is free for the other. */
public final class WithEventLoop implements TwoTasks {

    @Override
    public void runBoth(Duration first, Duration second) throws Exception {
        EventLoop.run(loop -> {
            var task1 = loop.createTask("Task 1", () -> task(loop, "Task 1", first));
            var task2 = loop.createTask("Task 2", () -> task(loop, "Task 2", second));
            return loop.gather(task1, task2);
        });
    }

    private static CompletionStage<Void> task(EventLoop loop, String name, Duration work) {
        IO.println(name + " starts");
        return loop.sleep(work).thenRun(() -> IO.println(name + " is complete"));
    }

    static void main() throws Exception {
        new WithEventLoop().runBoth(ofSeconds(2), ofSeconds(1));
    }
}
