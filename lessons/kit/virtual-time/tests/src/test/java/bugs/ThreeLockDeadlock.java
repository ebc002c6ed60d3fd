package bugs;

import java.util.concurrent.locks.ReentrantLock;

/** Each of three threads holds one lock, and waits for the next. */
final class ThreeLockDeadlock implements Bug {
    @Override
    public void wrong() throws Exception {
        var a = new ReentrantLock();
        var b = new ReentrantLock();
        var c = new ReentrantLock();
        Threads.run(() -> takeBoth(a, b), () -> takeBoth(b, c), () -> takeBoth(c, a));
    }

    @Override
    public void right() throws Exception {
        var a = new ReentrantLock();
        var b = new ReentrantLock();
        var c = new ReentrantLock();
        Threads.run(() -> takeBoth(a, b), () -> takeBoth(b, c), () -> takeBoth(a, c));
    }

    private static void takeBoth(ReentrantLock first, ReentrantLock second) {
        first.lock();
        try {
            second.lock();
            second.unlock();
        } finally {
            first.unlock();
        }
    }
}
