package eventloop;

import static java.time.Duration.ofSeconds;

import java.time.Duration;

/** Runs one task after the other: Task 2 does not start before Task 1 is complete. */
public final class Sequential implements TwoTasks {

    @Override
    public void runBoth(Duration first, Duration second) throws InterruptedException {
        run("Task 1", first);
        run("Task 2", second);
    }

    private static void run(String name, Duration work) throws InterruptedException {
        IO.println(name + " starts");
        Thread.sleep(work);
        IO.println(name + " is complete");
    }

    static void main() throws Exception {
        new Sequential().runBoth(ofSeconds(2), ofSeconds(1));
    }
}
