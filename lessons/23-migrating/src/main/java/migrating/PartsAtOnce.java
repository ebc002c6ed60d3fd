package migrating;

import java.util.Currency;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import migrating.sources.Shop;
import migrating.sources.Sources;

/** Also within a shop, nothing waits in vain: the query, the request and the file need nothing from each other. */
public final class PartsAtOnce implements MorningReport {

    @Override
    public void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception {
        var targets = new UnlockedTargets(sources.folder());
        var shopLines = new ShopLines(sources, currency, targets);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            InOrder.write(
                    threads,
                    sources.shops(),
                    shop -> () -> line(threads, sources, shopLines, targets, shop),
                    currency,
                    lines);
        }
    }

    private static Line line(ExecutorService threads, Sources sources, ShopLines shopLines, Targets targets, Shop shop)
            throws Exception {
        var stock = threads.submit(() -> sources.stock().count(shop));
        var target = threads.submit(() -> targets.of(shop));
        try {
            var sales = shopLines.sales(shop);
            return shopLines.line(shop, sales, InOrder.result(stock), InOrder.result(target));
        } finally {
            stock.cancel(true);
            target.cancel(true);
        }
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(new PartsAtOnce());
    }
}
