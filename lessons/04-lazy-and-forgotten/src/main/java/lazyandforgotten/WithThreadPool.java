package lazyandforgotten;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** A {@link Callable} describes the work. A pool runs it and stores its exception in a future. */
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
            pool.submit(greeting::greet); // the future is discarded
            Caller.goOn(afterwards);
        }
    }

    /** A pool's future throws the exception only when {@code get} is called. */
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
