package deadlocks;

/** Always locks the account with the lower number first. So a thread that holds both locks never waits. */
public final class FixedOrder implements Bank {

    @Override
    public void transfer(Account from, Account to, int amount) throws InterruptedException {
        Account first = from.number() < to.number() ? from : to;
        Account second = first == from ? to : from;
        first.lock.lock();
        try {
            second.lock.lock();
            try {
                from.add(-amount);
                to.add(amount);
            } finally {
                second.lock.unlock();
            }
        } finally {
            first.lock.unlock();
        }
    }

    static void main(String[] args) throws InterruptedException {
        TwoTransfers.run(new FixedOrder(), Threads.named(args));
    }
}
