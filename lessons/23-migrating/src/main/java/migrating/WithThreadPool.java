package migrating;

import java.util.Currency;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import migrating.sources.Sources;

/** As many shops at once as the pool has threads. */
public final class WithThreadPool implements MorningReport {

    private final int threads;

    /** Uses a pool with this many threads. */
    public WithThreadPool(int threads) {
        this.threads = threads;
    }

    @Override
    public void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception {
        var shopLines = new ShopLines(sources, currency, new LockedTargets(sources.folder()));
        try (var pool = Executors.newFixedThreadPool(threads)) {
            InOrder.write(pool, sources.shops(), shop -> () -> shopLines.of(shop), currency, lines);
        }
    }

    static void main(String[] args) throws Exception {
        var example = Example.of(args);
        example.run(new WithThreadPool(example.connections()));
    }
}
