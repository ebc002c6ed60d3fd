package migrating;

import java.util.Currency;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import migrating.sources.Sources;

/** The same, without a lock around the reading of the files: each call has a buffer of its own. */
public final class NoLock implements MorningReport {

    @Override
    public void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception {
        var shopLines = new ShopLines(sources, currency, new UnlockedTargets(sources.folder()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            InOrder.write(threads, sources.shops(), shop -> () -> shopLines.of(shop), currency, lines);
        }
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(new NoLock());
    }
}
