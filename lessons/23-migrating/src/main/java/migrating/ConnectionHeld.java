package migrating;

import java.time.Instant;
import java.util.Currency;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import migrating.sources.Shop;
import migrating.sources.Sources;

/** Wrong on purpose: keeps its connection while it waits for other things. The result is right, but late. */
public final class ConnectionHeld implements MorningReport {

    @Override
    public void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception {
        var until = Instant.now();
        var targets = new UnlockedTargets(sources.folder());
        var shopLines = new ShopLines(sources, currency, targets);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            InOrder.write(
                    threads,
                    sources.shops(),
                    shop -> () -> line(sources, until, shopLines, targets, shop),
                    currency,
                    lines);
        }
    }

    private static Line line(Sources sources, Instant until, ShopLines shopLines, Targets targets, Shop shop)
            throws Exception {
        try (var connection = sources.database().connect()) {
            var sales = connection.salesUntil(until, shop);
            int stock = sources.stock().count(shop);
            return shopLines.line(shop, sales, stock, targets.of(shop));
        }
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(new ConnectionHeld());
    }
}
