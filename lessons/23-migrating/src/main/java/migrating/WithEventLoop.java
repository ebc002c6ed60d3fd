package migrating;

import interleave.eventloop.EventLoop;
import java.util.Currency;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import migrating.sources.Shop;
import migrating.sources.Sources;

/**
 * The same on an event loop. The database and the files have no asynchronous interface, so they need threads anyway.
 */
public final class WithEventLoop implements MorningReport {

    @Override
    public void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception {
        var targets = new UnlockedTargets(sources.folder());
        var shopLines = new ShopLines(sources, currency, targets);
        var total = new Total();
        EventLoop.run(loop -> {
            var started = sources.shops().stream()
                    .map(shop -> loop.createTask(shop.toString(), () -> line(loop, sources, shopLines, targets, shop)))
                    .toList();
            CompletionStage<Void> written = loop.completed(null);
            for (var line : started) {
                written = written.thenCompose(before -> line).thenAccept(made -> lines.accept(total.add(made)));
            }
            return written;
        }); // closing the loop cancels the tasks that are still running
        lines.accept(total.text(Money.text(total.cents(), currency)));
    }

    private static CompletionStage<Line> line(
            EventLoop loop, Sources sources, ShopLines shopLines, Targets targets, Shop shop) {
        var stock = sources.stock().countOn(loop, shop);
        var target = loop.toThread(() -> targets.of(shop));
        return loop.toThread(() -> shopLines.sales(shop))
                .thenCompose(sales -> stock.thenCompose(
                        count -> target.thenApply(cents -> shopLines.line(shop, sales, count, cents))));
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(new WithEventLoop());
    }
}
