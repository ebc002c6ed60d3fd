package lazyandforgotten;

import java.time.Duration;

/** A {@link Thread} that has not been started describes the work. Its exception goes to the thread's handler. */
public final class WithVirtualThreads implements Caller {

    @Override
    public void callThenRun(Greeting greeting, Duration between) throws InterruptedException {
        Thread called = Thread.ofVirtual().name("greeting").unstarted(greeting::greet);
        IO.println("Called");
        Thread.sleep(between);
        IO.println("Run it");
        called.start();
        called.join();
        IO.println("Done");
    }

    /** The thread has no handler, so the JVM prints the uncaught exception on stderr. */
    @Override
    public void forget(Greeting greeting, Duration afterwards) throws InterruptedException {
        Thread.ofVirtual().name("greeting").start(greeting::greet);
        Caller.goOn(afterwards);
    }

    @Override
    public void lookAfter(Greeting greeting, Duration afterwards) throws InterruptedException {
        Thread.ofVirtual()
                .name("greeting")
                .uncaughtExceptionHandler((thread, failed) -> IO.println("Failed: " + failed.getMessage()))
                .start(greeting::greet);
        Caller.goOn(afterwards);
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithVirtualThreads());
    }
}
