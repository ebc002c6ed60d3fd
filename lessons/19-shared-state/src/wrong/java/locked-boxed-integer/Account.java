// says: Expected 2 of 3 withdrawals to succeed, but 3 did.
// says: same lock
package sharedstate;

/** A bank account that many threads use at the same time. */
final class Account {
    private Integer balance;

    Account(int balance) {
        this.balance = balance;
    }

    /**
     * Takes the amount, and returns true. If the balance is smaller than the amount, takes nothing, and returns false.
     */
    @SuppressWarnings("synchronization")
    boolean withdraw(int amount) {
        synchronized (balance) {
            if (balance < amount) {
                return false;
            }
            balance -= amount;
            return true;
        }
    }

    /** Adds the amount. */
    @SuppressWarnings("synchronization")
    void deposit(int amount) {
        synchronized (balance) {
            balance += amount;
        }
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
