package deadlocks;

import static java.time.Duration.ofMillis;

import interleave.eventloop.EventLoop;
import interleave.eventloop.Task;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Wrong on purpose: two tasks await each other. */
final class WithEventLoop {
    private static final Duration READ = ofMillis(200);

    private WithEventLoop() {}

    static void main(String[] args) throws InterruptedException {
        Threads.named(args).run("loop", () -> EventLoop.run(WithEventLoop::exchange));
    }

    private static CompletableFuture<List<String>> exchange(EventLoop loop) {
        Map<String, Task<String>> tasks = new HashMap<>();
        tasks.put("Alice", loop.createTask("Alice", () -> loop.sleep(READ).thenCompose(read -> tasks.get("Bob"))));
        tasks.put("Bob", loop.createTask("Bob", () -> loop.sleep(READ).thenCompose(read -> tasks.get("Alice"))));
        return loop.gather(tasks.get("Alice"), tasks.get("Bob"));
    }
}
