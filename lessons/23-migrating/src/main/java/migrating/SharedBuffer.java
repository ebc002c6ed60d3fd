package migrating;

import java.util.Currency;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import migrating.sources.Sources;

/** Wrong on purpose: the lock has been removed, but not what it protected. */
final class SharedBuffer implements MorningReport {

    @Override
    public void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception {
        var shopLines = new ShopLines(sources, currency, new SharedBufferTargets(sources.folder()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            InOrder.write(threads, sources.shops(), shop -> () -> shopLines.of(shop), currency, lines);
        }
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(new SharedBuffer());
    }
}
