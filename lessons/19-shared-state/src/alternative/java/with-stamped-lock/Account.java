package sharedstate;

import java.util.concurrent.locks.StampedLock;

/** A bank account that many threads use at the same time. */
final class Account {
    private final StampedLock lock = new StampedLock();
    private int balance;

    Account(int balance) {
        this.balance = balance;
    }

    /**
     * Takes the amount, and returns true. If the balance is smaller than the amount, takes nothing, and returns false.
     */
    boolean withdraw(int amount) {
        long stamp = lock.readLock(); // upgraded if nothing else prevents it
        try {
            while (balance >= amount) {
                long write = lock.tryConvertToWriteLock(stamp);
                if (write != 0) {
                    stamp = write;
                    balance -= amount;
                    return true;
                }
                lock.unlockRead(stamp);
                stamp = lock.writeLock();
            }
            return false;
        } finally {
            lock.unlock(stamp);
        }
    }

    /** Adds the amount. */
    void deposit(int amount) {
        long stamp = lock.writeLock();
        try {
            balance += amount;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    int balance() {
        long stamp = lock.tryOptimisticRead();
        int seen = balance;
        if (lock.validate(stamp)) {
            return seen;
        }
        stamp = lock.readLock();
        try {
            return balance;
        } finally {
            lock.unlockRead(stamp);
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
