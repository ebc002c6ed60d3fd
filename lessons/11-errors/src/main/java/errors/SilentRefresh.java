package errors;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Executors;

/** Wrong on purpose: after its first exception, a periodic task never runs again, and nothing is printed. */
final class SilentRefresh {
    private SilentRefresh() {}

    static void main() throws InterruptedException {
        var stock = new Stock();
        try (var scheduler = Executors.newSingleThreadScheduledExecutor()) {
            scheduler.scheduleAtFixedRate(stock::refresh, 1, 1, SECONDS);
            Thread.sleep(ofMillis(5_500));
        }
    }
}
