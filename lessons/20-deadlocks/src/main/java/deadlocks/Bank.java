package deadlocks;

/**
 * Moves money between two accounts. Any number of threads may call it at the same moment. The example extends one from
 * "Unlocking the Secrets of asyncio", where two tasks wait for each other.
 */
public interface Bank {

    /**
     * Moves {@code amount} euros.
     *
     * @throws IllegalStateException if it gives up; then it has moved no money
     */
    void transfer(Account from, Account to, int amount) throws InterruptedException;
}
