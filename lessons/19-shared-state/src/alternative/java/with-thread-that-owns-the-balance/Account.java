package sharedstate;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A bank account that many threads use at the same time. */
final class Account {
    private final ExecutorService owner = Executors.newSingleThreadExecutor();
    private int balance;

    Account(int balance) {
        this.balance = balance;
    }

    /**
     * Takes the amount, and returns true. If the balance is smaller than the amount, takes nothing, and returns false.
     */
    boolean withdraw(int amount) {
        return CompletableFuture.supplyAsync(() -> take(amount), owner).join();
    }

    private boolean take(int amount) {
        if (balance < amount) {
            return false;
        }
        balance -= amount;
        return true;
    }

    /** Adds the amount. */
    void deposit(int amount) {
        CompletableFuture.runAsync(() -> balance += amount, owner).join();
    }

    int balance() {
        return CompletableFuture.supplyAsync(() -> balance, owner).join();
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
