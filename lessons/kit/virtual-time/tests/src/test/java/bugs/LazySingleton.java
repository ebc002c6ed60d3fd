package bugs;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** Two threads create the only instance, and get different ones. */
final class LazySingleton implements Bug {
    private volatile Object instance;

    @Override
    public void wrong() throws Exception {
        var holder = new LazySingleton();
        var seen = new AtomicReferenceArray<Object>(2);
        Threads.run(() -> seen.set(0, holder.get()), () -> seen.set(1, holder.get()));
        Threads.check(seen.get(0) == seen.get(1), "two instances");
    }

    @Override
    public void right() throws Exception {
        var holder = new LazySingleton();
        var seen = new AtomicReferenceArray<Object>(2);
        Threads.run(() -> seen.set(0, holder.getLocked()), () -> seen.set(1, holder.getLocked()));
        Threads.check(seen.get(0) == seen.get(1), "two instances");
    }

    private Object get() {
        if (instance == null) {
            instance = new Object();
        }
        return instance;
    }

    private synchronized Object getLocked() {
        return get();
    }
}
