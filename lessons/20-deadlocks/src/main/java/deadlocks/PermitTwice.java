package deadlocks;

import static java.time.Duration.ofMillis;

import java.util.concurrent.Semaphore;

/** Wrong on purpose: a method that holds the only permit calls another method that acquires it, too. */
final class PermitTwice {
    private final Semaphore counter = new Semaphore(1);

    private void payIn() throws InterruptedException {
        counter.acquire();
        try {
            Thread.sleep(ofMillis(200));
            print("Paid in");
        } finally {
            counter.release();
        }
    }

    private void print(String receipt) throws InterruptedException {
        counter.acquire(); // a ReentrantLock could be taken again by its owner
        try {
            IO.println(receipt);
        } finally {
            counter.release();
        }
    }

    static void main(String[] args) throws InterruptedException {
        Threads.named(args).run("customer", new PermitTwice()::payIn);
    }
}
