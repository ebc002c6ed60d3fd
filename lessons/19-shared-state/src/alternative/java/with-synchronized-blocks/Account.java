package sharedstate;

/** A bank account that many threads use at the same time. */
final class Account {
    private final Object lock = new Object();
    private int balance;

    Account(int balance) {
        this.balance = balance;
    }

    /**
     * Takes the amount, and returns true. If the balance is smaller than the amount, takes nothing, and returns false.
     */
    boolean withdraw(int amount) {
        synchronized (lock) {
            boolean enough = balance >= amount;
            if (enough) {
                balance -= amount;
            }
            return enough;
        }
    }

    /** Adds the amount. */
    void deposit(int amount) {
        synchronized (lock) {
            balance += amount;
        }
    }

    int balance() {
        synchronized (lock) {
            return balance;
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
