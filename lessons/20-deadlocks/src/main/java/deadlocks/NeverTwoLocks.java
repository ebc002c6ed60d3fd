package deadlocks;

/** Never holds two locks. Between the two steps, the money is in neither account. */
public final class NeverTwoLocks implements Bank {

    @Override
    public void transfer(Account from, Account to, int amount) throws InterruptedException {
        change(from, -amount);
        change(to, amount);
    }

    private static void change(Account account, int amount) throws InterruptedException {
        account.lock.lock();
        try {
            account.add(amount);
        } finally {
            account.lock.unlock();
        }
    }

    static void main(String[] args) throws InterruptedException {
        TwoTransfers.run(new NeverTwoLocks(), Threads.named(args));
    }
}
