package lazyandforgotten;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** A {@link Callable} says what is to be done. A pool does it, and keeps a failure in the future it gives back. */
public final class WithThreadPool implements Caller {

    @Override
    public void callThenRun(Greeting greeting, Duration between) throws Exception {
        Callable<String> called = greeting::greet;
        IO.println("Called");
        Thread.sleep(between);
        IO.println("Run it");
        try (var pool = Executors.newSingleThreadExecutor()) {
            pool.submit(called).get();
        }
        IO.println("Done");
    }

    @Override
    public void forget(Greeting greeting, Duration afterwards) throws InterruptedException {
        try (var pool = Executors.newSingleThreadExecutor()) {
            pool.submit(greeting::greet); // a future comes back, and nobody takes it
            Caller.goOn(afterwards);
        }
    }

    /** A future tells nothing by itself: one has to ask it. */
    @Override
    public void lookAfter(Greeting greeting, Duration afterwards) throws InterruptedException {
        try (var pool = Executors.newSingleThreadExecutor()) {
            var greeted = pool.submit(greeting::greet);
            Caller.goOn(afterwards);
            greeted.get();
        } catch (ExecutionException failed) {
            IO.println("Failed: " + failed.getCause().getMessage());
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithThreadPool());
    }
}
