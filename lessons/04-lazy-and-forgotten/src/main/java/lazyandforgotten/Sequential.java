package lazyandforgotten;

import java.time.Duration;

/** A plain call runs at once, blocks its caller, and throws its exception to the caller. */
public final class Sequential implements Caller {

    @Override
    public void callThenRun(Greeting greeting, Duration between) throws InterruptedException {
        greeting.greet();
        IO.println("Called");
        Thread.sleep(between);
        IO.println("Run it"); // it has already run
        IO.println("Done");
    }

    /** Cannot forget: a plain call throws its exception to its caller. */
    @Override
    public void forget(Greeting greeting, Duration afterwards) throws InterruptedException {
        lookAfter(greeting, afterwards);
    }

    @Override
    public void lookAfter(Greeting greeting, Duration afterwards) throws InterruptedException {
        try {
            greeting.greet();
        } catch (IllegalArgumentException failed) {
            IO.println("Failed: " + failed.getMessage());
        }
        Caller.goOn(afterwards);
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new Sequential());
    }
}
