package eventloop;

import java.time.Duration;

/** Runs two tasks of different length. From "Asynchronous Programming with Python" and "Mastering async/await". */
public interface TwoTasks {

    /**
     * Prints "Task 1 starts" and, after {@code first}, "Task 1 is complete"; the same for Task 2 and {@code second}.
     *
     * @throws Exception when a task fails; {@link InterruptedException} when the calling thread is interrupted
     */
    void runBoth(Duration first, Duration second) throws Exception;
}
