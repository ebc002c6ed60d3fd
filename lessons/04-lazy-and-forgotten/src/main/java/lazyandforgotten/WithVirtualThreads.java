package lazyandforgotten;

import java.time.Duration;

/** A {@link Thread} that is not started says what is to be done. Started, it takes a failure to its handler. */
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

    /** Nobody handles the failure, and so the JVM itself does: it writes it on the error stream. */
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
