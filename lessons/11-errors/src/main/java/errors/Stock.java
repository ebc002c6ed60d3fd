package errors;

import java.util.concurrent.atomic.AtomicInteger;

/** The numbers of free rooms, which are refreshed from a database. The third refresh fails. */
final class Stock {

    private final AtomicInteger refreshes = new AtomicInteger();

    /** @throws IllegalStateException the third time */
    void refresh() {
        int number = refreshes.incrementAndGet();
        if (number == 3) {
            throw new IllegalStateException("no database");
        }
        IO.println("Refresh " + number);
    }
}
