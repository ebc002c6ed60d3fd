package deadlocks;

import static java.time.Duration.ofMillis;

import java.time.Duration;

/** The same two transfers for each bank: Alice pays Bob 30 euros, while Bob pays Alice 20. */
public final class TwoTransfers {
    static final Duration WRITE = ofMillis(200);

    private final Account alice;
    private final Account bob;
    private final Bank bank;

    TwoTransfers(Bank bank, Duration write) {
        this.bank = bank;
        this.alice = new Account(1, "Alice", 100, write);
        this.bob = new Account(2, "Bob", 100, write);
    }

    /** Runs both transfers on this kind of thread, and prints the balances. */
    public static void run(Bank bank, Threads threads) throws InterruptedException {
        new TwoTransfers(bank, WRITE).run(threads);
    }

    void run(Threads threads) throws InterruptedException {
        Thread there = threads.start("Alice", () -> pay(alice, bob, 30));
        Thread back = threads.start("Bob", () -> pay(bob, alice, 20));
        there.join();
        back.join();
        IO.println("Balances: Alice " + alice.balance() + ", Bob " + bob.balance());
    }

    private void pay(Account from, Account to, int amount) throws InterruptedException {
        try {
            bank.transfer(from, to, amount);
            IO.println(from.owner() + " has paid " + to.owner());
        } catch (IllegalStateException refused) {
            IO.println(from.owner() + " " + refused.getMessage());
        }
    }

    int balanceOfAlice() {
        return alice.balance();
    }

    int balanceOfBob() {
        return bob.balance();
    }
}
