// says: Expected the withdrawal of 80 from 100 to succeed, but it was refused.
// says: never take more than
package sharedstate;

import java.util.concurrent.atomic.AtomicInteger;

/** A bank account that many threads use at the same time. */
final class Account {
    private final AtomicInteger balance;

    Account(int balance) {
        this.balance = new AtomicInteger(balance);
    }

    /**
     * Takes the amount, and returns true. If the balance is smaller than the amount, takes nothing, and returns false.
     */
    boolean withdraw(int amount) {
        if (balance.addAndGet(-amount) < 0) {
            balance.addAndGet(amount);
            return false;
        }
        return true;
    }

    /** Adds the amount. */
    void deposit(int amount) {
        balance.addAndGet(amount);
    }

    int balance() {
        return balance.get();
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
