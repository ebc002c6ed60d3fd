package sharedstate;

import java.util.concurrent.Semaphore;

/** A bank account that many threads use at the same time. */
final class Account {
    private final Semaphore money;

    Account(int balance) {
        money = new Semaphore(balance);
    }

    /**
     * Takes the amount, and returns true. If the balance is smaller than the amount, takes nothing, and returns false.
     */
    boolean withdraw(int amount) {
        return money.tryAcquire(amount);
    }

    /** Adds the amount. */
    void deposit(int amount) {
        money.release(amount);
    }

    int balance() {
        return money.availablePermits();
    }

    static void main() throws InterruptedException {
        var account = new Account(100);
        var anna = Thread.ofPlatform().start(() -> IO.println("Anna: " + account.withdraw(80)));
        var ben = Thread.ofPlatform().start(() -> IO.println("Ben: " + account.withdraw(80)));
        anna.join();
        ben.join();
        IO.println("Balance: " + account.balance());
    }
}
