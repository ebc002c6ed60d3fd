package migrating.real;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.localsite.SimulatedClient;
import interleave.virtualtime.VirtualTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import migrating.sources.Drive;
import migrating.sources.Ledger;
import migrating.sources.MeasuredDatabase;
import migrating.sources.Shop;
import migrating.sources.Sources;
import migrating.sources.StockServer;
import migrating.sources.TargetFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * H2 behind HikariCP in virtual time, where queries sleep. The steps take exactly as long as on the simulated database,
 * and wait as long for connections.
 */
class JdbcInVirtualTimeTest {

    private record Measured(Duration time, Duration longestWait, List<String> lines) {}

    @ParameterizedTest
    @CsvSource({
        "SEQUENTIAL, 12800, 0",
        "INDEPENDENT_SHOPS, 12800, 0",
        "THREAD_POOL, 1460, 0",
        "VIRTUAL_THREADS, 1100, 300",
        "NO_LOCK, 620, 300",
        "PARTS_AT_ONCE, 400, 300",
        "EVENT_LOOP, 400, 300",
        "CONNECTION_HELD, 1280, 960"
    })
    void fortyShopsOnTenConnections(Step step, long time, long wait) throws Exception {
        var measured = measured(step);

        assertThat(measured.time()).isEqualTo(ofMillis(time));
        assertThat(measured.longestWait()).isEqualTo(ofMillis(wait));
        assertThat(measured.lines()).hasSize(41);
    }

    private static Measured measured(Step step) throws Exception {
        var result = new AtomicReference<Measured>();
        VirtualTime.run(() -> {
            List<Shop> shops = Shop.first(40);
            var client = new SimulatedClient(ofMillis(200), JdbcInVirtualTimeTest::stock);
            try (var bookings = new H2Bookings(Ledger.of(shops, Instant.now()));
                    var pool = new JdbcDatabase(bookings.url(), 10, ofMillis(100));
                    var folder = TargetFolder.write(shops, Drive.waiting(ofMillis(20)))) {
                var database = new MeasuredDatabase(pool);
                var server = new StockServer(client, URI.create("http://stock.example"));
                var lines = new ArrayList<String>();
                long start = System.nanoTime();
                step.version(10)
                        .write(new Sources(shops, database, server, folder), RealSourcesTest.CURRENCY, lines::add);
                result.set(new Measured(Duration.ofNanos(System.nanoTime() - start), database.longest(), lines));
            }
        });
        return result.get();
    }

    private static String stock(URI page) {
        return String.valueOf(Ledger.stock(Integer.parseInt(page.getPath().replaceFirst(".*/", ""))));
    }
}
