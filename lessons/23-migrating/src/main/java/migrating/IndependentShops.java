package migrating;

import java.util.Currency;
import java.util.function.Consumer;
import migrating.sources.Shop;
import migrating.sources.Sources;

/** Still one shop after the other, but no shop needs anything that another one has left behind. */
public final class IndependentShops implements MorningReport {

    @Override
    public void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception {
        var shopLines = new ShopLines(sources, currency, new LockedTargets(sources.folder()));
        var total = new Total();
        for (Shop shop : sources.shops()) {
            lines.accept(total.add(shopLines.of(shop)));
        }
        lines.accept(total.text(Money.text(total.cents(), currency)));
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(new IndependentShops());
    }
}
