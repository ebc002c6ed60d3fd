package bugs;

/** Two threads take the same two monitors in opposite orders. */
final class TwoLockDeadlock implements Bug {
    @Override
    public void wrong() throws Exception {
        var left = new Object();
        var right = new Object();
        Threads.run(() -> takeBoth(left, right), () -> takeBoth(right, left));
    }

    @Override
    public void right() throws Exception {
        var left = new Object();
        var right = new Object();
        Threads.run(() -> takeBoth(left, right), () -> takeBoth(left, right));
    }

    private static void takeBoth(Object first, Object second) {
        synchronized (first) {
            synchronized (second) {
                Thread.onSpinWait(); // uses both
            }
        }
    }
}
