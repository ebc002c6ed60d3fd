package sharedstate;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Checks and acts in one call, which the map makes atomic. */
public final class PutIfAbsent implements Seats {
    private final ConcurrentMap<String, String> customers = new ConcurrentHashMap<>();

    @Override
    public boolean book(String seat, String customer) {
        return customers.putIfAbsent(seat, customer) == null;
    }
}
