// says: waits for a ReentrantLock
package sharedstate;

import java.util.concurrent.locks.ReentrantLock;

/** A bank account that many threads use at the same time. */
final class Account {
    private final ReentrantLock lock = new ReentrantLock();
    private int balance;

    Account(int balance) {
        this.balance = balance;
    }

    /**
     * Takes the amount, and returns true. If the balance is smaller than the amount, takes nothing, and returns false.
     */
    boolean withdraw(int amount) {
        lock.lock();
        if (balance < amount) {
            return false;
        }
        balance -= amount;
        lock.unlock();
        return true;
    }

    /** Adds the amount. */
    void deposit(int amount) {
        lock.lock();
        try {
            balance += amount;
        } finally {
            lock.unlock();
        }
    }

    int balance() {
        lock.lock();
        try {
            return balance;
        } finally {
            lock.unlock();
        }
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
