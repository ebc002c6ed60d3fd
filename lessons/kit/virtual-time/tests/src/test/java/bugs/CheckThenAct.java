package bugs;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Two customers check that a seat is free, and then take it. */
final class CheckThenAct implements Bug {
    private final ConcurrentMap<String, String> seats = new ConcurrentHashMap<>();
    private final AtomicInteger sold = new AtomicInteger();

    @Override
    public void wrong() throws Exception {
        var office = new CheckThenAct();
        Threads.run(() -> office.check("Anna"), () -> office.check("Ben"));
        Threads.check(office.sold.get() == 1, "the seat was sold twice");
    }

    @Override
    public void right() throws Exception {
        var office = new CheckThenAct();
        Threads.run(() -> office.take("Anna"), () -> office.take("Ben"));
        Threads.check(office.sold.get() == 1, "the seat was sold twice");
    }

    private void check(String customer) {
        if (!seats.containsKey("1A")) {
            seats.put("1A", customer);
            sold.incrementAndGet();
        }
    }

    private void take(String customer) {
        if (seats.putIfAbsent("1A", customer) == null) {
            sold.incrementAndGet();
        }
    }
}
