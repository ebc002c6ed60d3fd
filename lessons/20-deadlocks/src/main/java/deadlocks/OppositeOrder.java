package deadlocks;

/** Wrong on purpose: each transfer takes the lock of the payer first, so two transfers can wait for each other. */
public final class OppositeOrder implements Bank {

    @Override
    public void transfer(Account from, Account to, int amount) throws InterruptedException {
        from.lock.lock();
        try {
            from.add(-amount);
            to.lock.lock();
            try {
                to.add(amount);
            } finally {
                to.lock.unlock();
            }
        } finally {
            from.lock.unlock();
        }
    }

    static void main(String[] args) throws InterruptedException {
        TwoTransfers.run(new OppositeOrder(), Threads.named(args));
    }
}
