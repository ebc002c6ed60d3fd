package deadlocks;

import static java.time.Duration.ZERO;

/** The same two transfers, with a bank of your choice. Changing a balance takes no time. */
public final class NoPause {
    private static final String OPPOSITE_ORDER = "opposite-order";

    private NoPause() {}

    /** @throws IllegalStateException if the balances are wrong */
    static void main(String[] args) throws InterruptedException {
        String bank = args.length == 0 ? OPPOSITE_ORDER : String.join(" ", args);
        switch (bank) {
            case OPPOSITE_ORDER -> pay(new OppositeOrder());
            case "opposite-monitors" -> pay(new OppositeMonitors());
            case "equal-pauses" -> pay(new EqualPauses(5));
            case "fixed-order" -> pay(new FixedOrder());
            case "random-backoff" -> pay(new RandomBackoff());
            case "never-two-locks" -> pay(new NeverTwoLocks());
            case "one-owner" -> payWithOneOwner();
            default ->
                throw new IllegalArgumentException("Unknown bank '" + bank
                        + "'. After --, type opposite-order, opposite-monitors, equal-pauses, fixed-order,"
                        + " random-backoff, never-two-locks or one-owner.");
        }
    }

    private static void payWithOneOwner() throws InterruptedException {
        try (var owner = new OneOwner(Threads.PLATFORM)) {
            pay(owner);
        }
    }

    private static void pay(Bank bank) throws InterruptedException {
        var transfers = new TwoTransfers(bank, ZERO);
        transfers.run(Threads.PLATFORM);
        if (transfers.balanceOfAlice() != 90 || transfers.balanceOfBob() != 110) {
            throw new IllegalStateException("expected the balances 90 and 110");
        }
    }
}
