package deadlocks.play;

/** The bell of {@link DoorBell}. The host checks it while holding the lock. */
final class LockedDoorBell {
    private boolean rung;

    void guest() {
        synchronized (this) {
            rung = true;
            notifyAll();
        }
    }

    void host() throws InterruptedException {
        synchronized (this) {
            while (!rung) {
                wait();
            }
        }
    }
}
