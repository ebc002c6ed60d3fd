package migrating.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import migrating.MorningReport;
import migrating.Sequential;
import migrating.sources.Booking;
import migrating.sources.Sales;
import migrating.sources.Shop;
import migrating.sources.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All steps on a real H2 behind HikariCP, a real web server and real files. */
@Timeout(120)
class RealSourcesTest {

    static final Currency CURRENCY = Currency.getInstance("CHF");

    private static List<String> lines(MorningReport version, RealSources sources) throws Exception {
        var lines = new ArrayList<String>();
        version.write(sources.sources(), CURRENCY, lines::add);
        return lines;
    }

    @Test
    void reportIsThatOfTheSimulation() throws Exception {
        try (var sources = new RealSources(3, 2, Latencies.NONE)) {
            assertThat(lines(new Sequential(), sources))
                    .containsExactly(
                            "Shop 1, Aarau: 4 orders, CHF 829.66, 36 in stock, 41 % of target",
                            "Shop 2, Arbon: 6 orders, CHF 2,003.37, 27 in stock, 200 % of target",
                            "Shop 3, Baden: 3 orders, CHF 1,026.45, 18 in stock, 46 % of target",
                            "Total: 13 orders, CHF 3,859.48");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStepWritesTheSameReport(Step step) throws Exception {
        for (int[] numbers : new int[][] {{1, 1}, {7, 2}, {40, 10}}) {
            try (var sources = new RealSources(numbers[0], numbers[1], Latencies.NONE)) {
                assertThat(lines(step.version(numbers[1]), sources)).isEqualTo(lines(new Sequential(), sources));
            }
        }
    }

    /** The stock server has no page for this shop. */
    @ParameterizedTest
    @EnumSource
    void everyStepStopsAtTheSameShop(Step step) throws Exception {
        try (var sources = new RealSources(3, 2, Latencies.NONE)) {
            var all = sources.sources();
            var shops = new ArrayList<Shop>(all.shops());
            shops.add(2, new Shop(99, "Zug"));
            var lines = new ArrayList<String>();

            assertThatThrownBy(() -> step.version(2)
                            .write(new Sources(shops, all.database(), all.stock(), all.folder()), CURRENCY, lines::add))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("no stock of Shop 99, Zug: the server responded \"404 Not Found\"");
            assertThat(lines).hasSize(2);
        }
    }

    /** A transaction sees the state at its beginning; a cut-off has the same effect across several transactions. */
    @Test
    void laterBookingsAreSeenNeitherByTheTransactionNorWithTheCutOff() throws Exception {
        var shop = Shop.first(1).getFirst();
        try (var sources = new RealSources(1, 2, Latencies.NONE)) {
            var database = sources.sources().database();
            Sales before;
            try (var transaction = database.connect()) {
                before = transaction.sales(shop);
                var until = Instant.now();
                Thread.sleep(1); // the next booking has a later moment
                sources.book(List.of(new Booking(1, 50_000, Instant.now())));

                assertThat(transaction.sales(shop)).isEqualTo(before);
                try (var another = database.connect()) {
                    assertThat(another.sales(shop)).isEqualTo(before.plus(new Sales(1, 50_000)));
                    assertThat(another.salesUntil(until, shop)).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void commonPoolHasOneThreadFewerThanProcessors() {
        assertThat(ForkJoinPool.getCommonPoolParallelism())
                .isEqualTo(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }
}
