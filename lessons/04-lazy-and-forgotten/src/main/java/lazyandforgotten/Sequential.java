package lazyandforgotten;

import java.time.Duration;

/** A plain call: calling is running, the caller waits, and a failure cannot be overlooked. */
public final class Sequential implements Caller {

    @Override
    public void callThenRun(Greeting greeting, Duration between) throws InterruptedException {
        greeting.greet();
        IO.println("Called");
        Thread.sleep(between);
        IO.println("Run it"); // but it has run
        IO.println("Done");
    }

    /** There is no way to forget: what stands for a plain call is the thread that waits for it. */
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
