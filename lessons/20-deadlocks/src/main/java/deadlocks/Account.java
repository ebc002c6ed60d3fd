package deadlocks;

import static java.time.Duration.ZERO;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** A bank account in whole euros. Hold its lock while you read or change the balance. */
public final class Account {
    /** Guards the balance. */
    final ReentrantLock lock = new ReentrantLock();

    private final int number;
    private final String owner;
    private final Duration write;
    private int balance;

    /** An account whose changes take no time. */
    public Account(int number, String owner, int balance) {
        this(number, owner, balance, ZERO);
    }

    /** Each change of the balance takes the time {@code write}. */
    public Account(int number, String owner, int balance, Duration write) {
        this.number = number;
        this.owner = owner;
        this.balance = balance;
        this.write = write;
    }

    int number() {
        return number;
    }

    String owner() {
        return owner;
    }

    int balance() {
        return balance;
    }

    /** Adds {@code amount}, which may be negative. */
    void add(int amount) throws InterruptedException {
        int before = balance;
        if (write.isPositive()) {
            Thread.sleep(write);
        }
        balance = before + amount;
    }
}
