package sharedstate.play;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Two customers want the last seat. The map is thread-safe. */
final class LastSeat {
    private final ConcurrentMap<String, String> seats = new ConcurrentHashMap<>();
    private final AtomicInteger sold = new AtomicInteger();

    void anna() {
        buy("Anna");
    }

    void ben() {
        buy("Ben");
    }

    private void buy(String customer) {
        if (!seats.containsKey("1A")) {
            seats.put("1A", customer);
            sold.incrementAndGet();
        }
    }

    boolean isBroken() {
        return sold.get() > 1;
    }
}
