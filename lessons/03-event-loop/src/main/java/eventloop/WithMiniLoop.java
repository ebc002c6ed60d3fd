package eventloop;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Runs both tasks on {@link MiniLoop}: tasks, a sleep that is a future, and gather. */
public final class WithMiniLoop implements TwoTasks {

    @Override
    public void runBoth(Duration first, Duration second) throws Exception {
        MiniLoop.run(loop -> {
            var task1 = loop.createTask("Task 1", () -> task(loop, "Task 1", first));
            var task2 = loop.createTask("Task 2", () -> task(loop, "Task 2", second));
            return loop.gather(List.of(task1, task2));
        });
    }

    private static CompletionStage<Void> task(MiniLoop loop, String name, Duration work) {
        IO.println(name + " starts");
        return loop.sleep(work).thenRun(() -> IO.println(name + " is complete"));
    }

    static void main() throws Exception {
        new WithMiniLoop().runBoth(ofSeconds(2), ofSeconds(1));
    }
}
