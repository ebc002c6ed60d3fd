package timeoutsandcancellation;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/**
 * Two pages wait for prices that never arrive, the first for 1 s and the second for 2 s. The first page then writes to
 * a slow log, which takes 3 s. When does the second page give up?
 */
final class TwoPages {
    private TwoPages() {}

    /** {@code logging} appends the step that writes to the log. */
    static void show(UnaryOperator<CompletableFuture<String>> logging) {
        var first = logging.apply(new CompletableFuture<String>().completeOnTimeout("no price", 1, SECONDS));
        var second = new CompletableFuture<String>()
                .orTimeout(2, SECONDS)
                .whenComplete((price, failure) -> IO.println("Second page: gave up"));
        first.join();
        second.exceptionally(late -> "no price").join();
    }

    /** Blocks its thread for 3 s. */
    static String log(String price) {
        IO.println("First page: " + price + ", logging it");
        try {
            Thread.sleep(ofSeconds(3));
        } catch (InterruptedException stopped) {
            throw new CompletionException(stopped);
        }
        IO.println("First page: logged");
        return price;
    }
}
