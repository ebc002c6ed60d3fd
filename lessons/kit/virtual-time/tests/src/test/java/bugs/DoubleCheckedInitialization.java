package bugs;

import java.util.ArrayList;
import java.util.List;

/** The field is set before the object is complete. The other thread does not take the lock. */
final class DoubleCheckedInitialization implements Bug {
    private volatile List<String> names;

    @Override
    public void wrong() throws Exception {
        var cache = new DoubleCheckedInitialization();
        Runnable reader = () -> Threads.check(cache.incomplete().size() == 1, "the list is not complete");
        Threads.run(reader, reader);
    }

    @Override
    public void right() throws Exception {
        var cache = new DoubleCheckedInitialization();
        Runnable reader = () -> Threads.check(cache.complete().size() == 1, "the list is not complete");
        Threads.run(reader, reader);
    }

    private List<String> incomplete() {
        if (names == null) {
            synchronized (this) {
                if (names == null) {
                    names = new ArrayList<>();
                    names.add("Anna");
                }
            }
        }
        return names;
    }

    private List<String> complete() {
        if (names == null) {
            synchronized (this) {
                if (names == null) {
                    List<String> made = new ArrayList<>();
                    made.add("Anna");
                    names = made;
                }
            }
        }
        return names;
    }
}
