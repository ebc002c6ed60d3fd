package migrating;

import java.util.Currency;
import java.util.function.Consumer;
import migrating.sources.Shop;
import migrating.sources.Sources;

/** The original program: one shop after the other, on one thread, in one transaction. */
public final class Sequential implements MorningReport {

    @Override
    public void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception {
        var targets = new LockedTargets(sources.folder());
        var total = new Total();
        Money.CURRENCY.set(currency);
        try (var transaction = sources.database().connect()) {
            for (Shop shop : sources.shops()) {
                var sales = transaction.sales(shop);
                int stock = sources.stock().count(shop);
                long target = targets.of(shop);
                lines.accept(total.add(Line.of(shop, sales, Money.text(sales.cents()), stock, target)));
            }
            lines.accept(total.text(Money.text(total.cents())));
        } finally {
            Money.CURRENCY.remove();
        }
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(new Sequential());
    }
}
