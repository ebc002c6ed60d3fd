package lazyandforgotten;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A {@link Supplier} of a future describes the work. A task of the loop runs it and stores its exception. */
public final class WithEventLoop implements Caller {

    @Override
    public void callThenRun(Greeting greeting, Duration between) throws Exception {
        EventLoop.run(loop -> {
            Supplier<CompletionStage<String>> called = () -> greet(loop, greeting);
            IO.println("Called");
            return loop.sleep(between)
                    .thenRun(() -> IO.println("Run it"))
                    .thenCompose(waited -> loop.createTask("greeting", called))
                    .thenRun(() -> IO.println("Done"));
        });
    }

    @Override
    public void forget(Greeting greeting, Duration afterwards) throws Exception {
        EventLoop.run(loop -> {
            loop.createTask("greeting", () -> greet(loop, greeting));
            return goOn(loop, afterwards);
        });
    }

    @Override
    public void lookAfter(Greeting greeting, Duration afterwards) throws Exception {
        EventLoop.run(loop -> {
            loop.createTask("greeting", () -> greet(loop, greeting)).exceptionally(failed -> {
                IO.println("Failed: " + failed.getMessage());
                return "";
            });
            return goOn(loop, afterwards);
        });
    }

    private static CompletionStage<String> greet(EventLoop loop, Greeting greeting) {
        return loop.sleep(greeting.pause()).thenApply(slept -> greeting.sayHello());
    }

    private static CompletionStage<Void> goOn(EventLoop loop, Duration afterwards) {
        IO.println("Going on");
        return loop.sleep(afterwards).thenRun(() -> IO.println("Done"));
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithEventLoop());
    }
}
