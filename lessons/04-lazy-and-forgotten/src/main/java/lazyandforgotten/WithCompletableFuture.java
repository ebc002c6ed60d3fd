package lazyandforgotten;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A {@link CompletableFuture} from supplyAsync is already running, on the JVM's common pool. */
public final class WithCompletableFuture implements Caller {

    @Override
    public void callThenRun(Greeting greeting, Duration between) throws Exception {
        CompletableFuture<String> called = CompletableFuture.supplyAsync(greeting::greet);
        IO.println("Called");
        Thread.sleep(between);
        IO.println("Run it"); // it has been running since supplyAsync
        called.get();
        IO.println("Done");
    }

    @Override
    public void forget(Greeting greeting, Duration afterwards) throws InterruptedException {
        CompletableFuture.supplyAsync(greeting::greet);
        Caller.goOn(afterwards);
    }

    @Override
    public void lookAfter(Greeting greeting, Duration afterwards) throws InterruptedException {
        CompletableFuture.supplyAsync(greeting::greet).whenComplete((said, failed) -> {
            if (failed != null) {
                IO.println("Failed: " + failed.getCause().getMessage());
            }
        });
        Caller.goOn(afterwards);
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithCompletableFuture());
    }
}
