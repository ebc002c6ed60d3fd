package migrating;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import migrating.sources.Shop;

/** Writes lines in the order of the shops, whichever is made first. */
final class InOrder {

    private InOrder() {}

    /** Starts a task for each shop. When it returns or throws, no task is left that is not cancelled. */
    static void write(
            ExecutorService threads,
            List<Shop> shops,
            Function<Shop, Callable<Line>> task,
            Currency currency,
            Consumer<String> lines)
            throws Exception {
        var started = new ArrayList<Future<Line>>();
        try {
            for (Shop shop : shops) {
                started.add(threads.submit(task.apply(shop)));
            }
            write(started, currency, lines);
        } finally {
            started.forEach(line -> line.cancel(true)); // these lines are no longer needed
        }
    }

    /** Writes each line as soon as it and all lines before it are there. Throws the first failure in that order. */
    static void write(List<? extends Future<Line>> started, Currency currency, Consumer<String> lines)
            throws Exception {
        var total = new Total();
        for (var line : started) {
            lines.accept(total.add(result(line)));
        }
        lines.accept(total.text(Money.text(total.cents(), currency)));
    }

    /** Waits for a result. Throws the exception that the original program would throw, and not a wrapper. */
    static <T> T result(Future<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
