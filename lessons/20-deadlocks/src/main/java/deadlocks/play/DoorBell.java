package deadlocks.play;

/** A host sleeps until a guest has rung the bell. */
final class DoorBell {
    private volatile boolean rung;

    void guest() {
        synchronized (this) {
            rung = true;
            notifyAll();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the mistake
    void host() throws InterruptedException {
        if (!rung) {
            synchronized (this) {
                wait();
            }
        }
    }
}
