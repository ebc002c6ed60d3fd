package sharedstate.play;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The box office of {@link LastSeat}, which checks and sells in one atomic call. */
final class LastSeatAtOnce {
    private final ConcurrentMap<String, String> seats = new ConcurrentHashMap<>();
    private final AtomicInteger sold = new AtomicInteger();

    void anna() {
        buy("Anna");
    }

    void ben() {
        buy("Ben");
    }

    private void buy(String customer) {
        if (seats.putIfAbsent("1A", customer) == null) {
            sold.incrementAndGet();
        }
    }

    boolean isBroken() {
        return sold.get() > 1;
    }
}
