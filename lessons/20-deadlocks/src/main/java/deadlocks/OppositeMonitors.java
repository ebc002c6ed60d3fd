package deadlocks;

/** Wrong on purpose: the same as OppositeOrder, but with synchronized, which locks the monitors of the accounts. */
public final class OppositeMonitors implements Bank {

    @Override
    public void transfer(Account from, Account to, int amount) throws InterruptedException {
        synchronized (from) {
            from.add(-amount);
            synchronized (to) {
                to.add(amount);
            }
        }
    }

    static void main(String[] args) throws InterruptedException {
        TwoTransfers.run(new OppositeMonitors(), Threads.named(args));
    }
}
