package migrating;

import java.util.Currency;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import migrating.sources.Shop;
import migrating.sources.Sources;

/** Wrong on purpose: the calling thread has set the currency, but other threads format the amounts. */
final class LostContext implements MorningReport {

    @Override
    public void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception {
        var targets = new UnlockedTargets(sources.folder());
        var shopLines = new ShopLines(sources, currency, targets);
        Money.CURRENCY.set(currency);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            InOrder.write(
                    threads, sources.shops(), shop -> () -> line(sources, shopLines, targets, shop), currency, lines);
        } finally {
            Money.CURRENCY.remove();
        }
    }

    private static Line line(Sources sources, ShopLines shopLines, Targets targets, Shop shop) throws Exception {
        var sales = shopLines.sales(shop);
        int stock = sources.stock().count(shop);
        long target = targets.of(shop);
        return Line.of(shop, sales, Money.text(sales.cents()), stock, target);
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(new LostContext());
    }
}
