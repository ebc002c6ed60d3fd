package migrating;

import java.util.Currency;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import migrating.sources.Shop;
import migrating.sources.Sources;

/** Slower: the threads of the common pool are made for computing, and there is only one fewer than cores. */
public final class WithParallelStream implements MorningReport {

    @Override
    public void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception {
        var shopLines = new ShopLines(sources, currency, new LockedTargets(sources.folder()));
        var made = sources.shops().parallelStream()
                .map(shop -> made(shopLines, shop))
                .toList();
        InOrder.write(made, currency, lines);
    }

    /** Keeps the exception, if there is one. If the stream threw it, no line would be written. */
    private static FutureTask<Line> made(ShopLines shopLines, Shop shop) {
        var task = new FutureTask<>(() -> shopLines.of(shop));
        task.run();
        return task;
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(new WithParallelStream());
    }
}
