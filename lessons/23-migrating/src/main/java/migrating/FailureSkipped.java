package migrating;

import static java.lang.System.Logger.Level.DEBUG;

import java.util.Currency;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import migrating.sources.Sources;

/** Wrong on purpose: a shop whose line cannot be made is left out, and the total is too small. */
final class FailureSkipped implements MorningReport {

    private static final System.Logger LOG = System.getLogger(FailureSkipped.class.getName());

    @Override
    public void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception {
        var shopLines = new ShopLines(sources, currency, new UnlockedTargets(sources.folder()));
        var total = new Total();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = sources.shops().stream()
                    .map(shop -> threads.submit(() -> shopLines.of(shop)))
                    .toList();
            for (Future<Line> line : started) {
                try {
                    lines.accept(total.add(line.get()));
                } catch (ExecutionException failed) {
                    LOG.log(DEBUG, "no line", failed); // on most machines, this level is off
                }
            }
        }
        lines.accept(total.text(Money.text(total.cents(), currency)));
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(new FailureSkipped());
    }
}
