// says: another reads it, in line 29. Nothing makes the write happen before the read
package sharedstate;

/** A bank account that many threads use at the same time. */
final class Account {
    private int balance;

    Account(int balance) {
        this.balance = balance;
    }

    /**
     * Takes the amount, and returns true. If the balance is smaller than the amount, takes nothing, and returns false.
     */
    synchronized boolean withdraw(int amount) {
        if (balance < amount) {
            return false;
        }
        balance -= amount;
        return true;
    }

    /** Adds the amount. */
    synchronized void deposit(int amount) {
        balance += amount;
    }

    int balance() {
        return balance;
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
