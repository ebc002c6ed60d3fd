package interleave.course.jvm;

import interleave.course.lessons.CourseException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.JMException;
import javax.management.openmbean.InvalidKeyException;

/** Waits for the answers of another JVM, but not forever, because a process that is stopped never answers. */
public record Answer(JavaProcess process) {

    /**
     * Calls {@code action} on a thread that does not keep this JVM alive.
     *
     * @throws CourseException if there is no answer within {@code limit}, or the process has ended
     */
    public <T> T within(Duration limit, Callable<T> action) throws InterruptedException {
        var call = new FutureTask<>(action);
        Thread.ofPlatform().daemon().name("tree").start(call);
        try {
            return call.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException silent) {
            throw new CourseException(
                    "Process " + process.pid() + " did not answer within " + limit.toSeconds() + " s.",
                    "It may be stopped, or the machine is busy. Try again: ./lesson tree " + process.pid());
        } catch (ExecutionException failed) {
            throw refusal(Objects.requireNonNull(failed.getCause()));
        }
    }

    private RuntimeException refusal(Throwable failure) {
        if (failure instanceof IOException lost) {
            return ProcessHandle.of(process.pid()).isEmpty()
                    ? new CourseException(
                            "Process " + process.pid() + " has ended.", "See the running JVMs: ./lesson tree")
                    : new CourseException(
                            "Cannot read process " + process.pid() + ": " + lost.getMessage(),
                            "Try again: ./lesson tree " + process.pid());
        }
        if (failure instanceof JMException || failure instanceof InvalidKeyException) {
            return new CourseException(
                    "Process " + process.pid() + " answers in an unexpected way: " + failure.getMessage(),
                    "Does it run an older build of the event loop? Then start it again.");
        }
        return failure instanceof RuntimeException other ? other : new IllegalStateException(failure);
    }
}
