package errors;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Executors;

/** The same periodic task, which catches its exceptions, reports them, and so runs again. */
final class GuardedRefresh {
    private GuardedRefresh() {}

    static void main() throws InterruptedException {
        var stock = new Stock();
        try (var scheduler = Executors.newSingleThreadScheduledExecutor()) {
            scheduler.scheduleAtFixedRate(() -> refresh(stock), 1, 1, SECONDS);
            Thread.sleep(ofMillis(5_500));
        }
    }

    private static void refresh(Stock stock) {
        try {
            stock.refresh();
        } catch (RuntimeException failed) {
            IO.println("Refresh failed: " + failed.getMessage());
        }
    }
}
