package deadlocks.play;

/** Anna moves money from the savings account to the giro account, and Ben moves some back. */
final class MoneyTransfer {
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
        synchronized (giroLock) {
            synchronized (savingsLock) {
                giro -= 20;
                savings += 20;
            }
        }
    }

    boolean isBroken() {
        return savings + giro != 200;
    }
}
