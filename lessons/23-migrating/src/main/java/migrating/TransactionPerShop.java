package migrating;

import java.util.Currency;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import migrating.sources.Sales;
import migrating.sources.Shop;
import migrating.sources.Sources;

/** Wrong on purpose: each shop has a transaction of its own, so each sees the bookings of another moment. */
final class TransactionPerShop implements MorningReport {

    @Override
    public void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception {
        var targets = new UnlockedTargets(sources.folder());
        var shopLines = new ShopLines(sources, currency, targets);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            InOrder.write(
                    threads, sources.shops(), shop -> () -> line(sources, shopLines, targets, shop), currency, lines);
        }
    }

    private static Line line(Sources sources, ShopLines shopLines, Targets targets, Shop shop) throws Exception {
        var sales = sales(sources, shop);
        int stock = sources.stock().count(shop);
        return shopLines.line(shop, sales, stock, targets.of(shop));
    }

    private static Sales sales(Sources sources, Shop shop) throws Exception {
        try (var transaction = sources.database().connect()) {
            return transaction.sales(shop);
        }
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(new TransactionPerShop());
    }
}
