package sharedstate.play;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The menu is written when the first guest asks for it. It should be written only once. */
final class LazyMenu {
    private final AtomicInteger written = new AtomicInteger();
    private volatile List<String> menu;

    void anna() {
        menu();
    }

    void ben() {
        menu();
    }

    private List<String> menu() {
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
