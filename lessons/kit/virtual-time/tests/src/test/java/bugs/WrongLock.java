package bugs;

/** Each thread locks, but not the same lock. */
final class WrongLock implements Bug {
    private int count;

    @Override
    public void wrong() throws Exception {
        var shared = new WrongLock();
        var other = new Object();
        Threads.run(() -> shared.increment(shared), () -> shared.increment(other));
        Threads.check(shared.count == 2, "an update was lost");
    }

    @Override
    public void right() throws Exception {
        var shared = new WrongLock();
        Threads.run(() -> shared.increment(shared), () -> shared.increment(shared));
        Threads.check(shared.count == 2, "an update was lost");
    }

    private void increment(Object lock) {
        synchronized (lock) {
            count++;
        }
    }
}
