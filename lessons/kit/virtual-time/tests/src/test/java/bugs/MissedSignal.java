package bugs;

/** The condition is checked outside of the lock, so the signal may come before the wait. */
final class MissedSignal implements Bug {
    private final Object bell = new Object();
    private volatile boolean rung;

    @Override
    public void wrong() throws Exception {
        var door = new MissedSignal();
        Threads.run(
                () -> {
                    if (!door.rung) {
                        door.awaitOnce();
                    }
                },
                door::ring);
    }

    @SuppressWarnings("WaitNotInLoop") // the bug
    private void awaitOnce() {
        synchronized (bell) {
            Threads.waitOn(bell);
        }
    }

    private void ring() {
        synchronized (bell) {
            rung = true;
            bell.notifyAll();
        }
    }

    @Override
    public void right() throws Exception {
        var door = new MissedSignal();
        Threads.run(
                () -> {
                    synchronized (door.bell) {
                        while (!door.rung) {
                            Threads.waitOn(door.bell);
                        }
                    }
                },
                door::ring);
    }
}
