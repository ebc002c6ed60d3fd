package migrating;

import java.util.Currency;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import migrating.sources.Shop;
import migrating.sources.Sources;

/** Wrong on purpose: writes the lines in the order in which they are made. */
final class AsTheyFinish implements MorningReport {

    @Override
    public void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception {
        var shopLines = new ShopLines(sources, currency, new UnlockedTargets(sources.folder()));
        var total = new Total();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = new ExecutorCompletionService<Line>(threads);
            for (Shop shop : sources.shops()) {
                made.submit(() -> shopLines.of(shop));
            }
            for (int line = 0; line < sources.shops().size(); line++) {
                lines.accept(total.add(InOrder.result(made.take())));
            }
        }
        lines.accept(total.text(Money.text(total.cents(), currency)));
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(new AsTheyFinish());
    }
}
