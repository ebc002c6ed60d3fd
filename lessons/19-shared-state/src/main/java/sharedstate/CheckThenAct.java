package sharedstate;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Wrong on purpose: each call of the map is atomic, but another thread may act between the two calls. */
public final class CheckThenAct implements Seats {
    private final ConcurrentMap<String, String> customers = new ConcurrentHashMap<>();

    @Override
    public boolean book(String seat, String customer) {
        if (customers.containsKey(seat)) {
            return false;
        }
        customers.put(seat, customer);
        return true;
    }
}
