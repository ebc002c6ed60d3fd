package sharedstate.play;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The menu of {@link LazyMenu}, written while its lock is held. */
final class LockedMenu {
    private final AtomicInteger written = new AtomicInteger();
    private List<String> menu;

    void anna() {
        menu();
    }

    void ben() {
        menu();
    }

    private synchronized List<String> menu() {
        if (menu == null) {
            menu = write();
        }
        return menu;
    }

    private List<String> write() {
        written.incrementAndGet();
        return List.of("soup", "cake");
    }

    boolean isBroken() {
        return written.get() > 1;
    }
}
