package deadlocks;

import static java.time.Duration.ofMillis;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wrong on purpose: a customer waits until the cash machine is filled, but no thread signals the condition. */
final class NoSignal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private int cash;

    private void withdraw(int amount) throws InterruptedException {
        lock.lock();
        try {
            while (cash < amount) {
                filled.await();
            }
            cash -= amount;
        } finally {
            lock.unlock();
        }
    }

    private void fill(int amount) {
        lock.lock();
        try {
            cash += amount; // filled.signalAll() is missing
        } finally {
            lock.unlock();
        }
    }

    static void main(String[] args) throws InterruptedException {
        var machine = new NoSignal();
        Threads threads = Threads.named(args);
        Thread customer = threads.start("customer", () -> machine.withdraw(50));
        threads.run("technician", () -> {
            Thread.sleep(ofMillis(200));
            machine.fill(1_000);
            IO.println("Filled");
        });
        customer.join();
        IO.println("Withdrawn");
    }
}
