package deadlocks;

/** Wrong on purpose: takes locks in opposite orders, but a {@link LockOrder} refuses the second transfer. */
public final class CheckedOrder implements Bank {
    private final LockOrder order = new LockOrder();

    @Override
    public void transfer(Account from, Account to, int amount) throws InterruptedException {
        order.lock(from);
        try {
            order.lock(to);
            try {
                from.add(-amount);
                to.add(amount);
            } finally {
                order.unlock(to);
            }
        } finally {
            order.unlock(from);
        }
    }

    static void main(String[] args) throws InterruptedException {
        TwoTransfers.run(new CheckedOrder(), Threads.named(args));
    }
}
