package deadlocks;

import static java.time.Duration.ofMillis;

import interleave.eventloop.EventLoop;

/** Wrong on purpose: the loop's only thread waits for a task that only this thread can run. */
final class JoinOnTheLoop {
    private JoinOnTheLoop() {}

    static void main(String[] args) throws InterruptedException {
        Threads.named(args)
                .run(
                        "loop",
                        () -> IO.println(EventLoop.run(loop -> {
                            var rate = loop.createTask(
                                    "rate", () -> loop.sleep(ofMillis(200)).thenApply(slept -> 3));
                            return loop.sleep(ofMillis(100))
                                    .thenApply(slept -> "The rate is " + rate.join() + " percent");
                        })));
    }
}
