package deadlocks.play;

/** The transfers of {@link MoneyTransfer}. Both take the lock of the savings account first. */
final class OrderedTransfer {
    private final Object savingsLock = new Object();
    private final Object giroLock = new Object();
    private int savings = 100;
    private int giro = 100;

    void anna() {
        synchronized (savingsLock) {
            synchronized (giroLock) {
                savings -= 10;
                giro += 10;
            }
        }
    }

    void ben() {
        synchronized (savingsLock) {
            synchronized (giroLock) {
                giro -= 20;
                savings += 20;
            }
        }
    }

    boolean isBroken() {
        return savings + giro != 200;
    }
}
