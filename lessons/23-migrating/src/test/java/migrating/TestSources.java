package migrating;

import static java.time.Duration.ofMillis;

import interleave.localsite.SimulatedClient;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import migrating.sources.Database;
import migrating.sources.Drive;
import migrating.sources.Ledger;
import migrating.sources.Sales;
import migrating.sources.Shop;
import migrating.sources.SimulatedDatabase;
import migrating.sources.Sources;
import migrating.sources.StockServer;
import migrating.sources.TargetFolder;

/** Simulated sources, one of whose shops cannot be reported. Counts borrowed connections. Create it in the run. */
final class TestSources implements AutoCloseable {

    /** What fails for that shop. */
    enum Fault {
        QUERY,
        REQUEST,
        FILE
    }

    private final int connections;
    private final Sources sources;
    private final AtomicInteger borrowed = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();

    TestSources(int shops, int connections) throws IOException {
        this(shops, connections, 0, EnumSet.noneOf(Fault.class));
    }

    /** @param faulty the number of the shop that fails, if there are faults */
    TestSources(int shops, int connections, int faulty, Set<Fault> faults) throws IOException {
        this.connections = connections;
        List<Shop> all = Shop.first(shops);
        var database = new SimulatedDatabase(Ledger.of(all, Instant.now()), connections, shop -> ofMillis(100));
        Database failing = () -> connection(database, faults.contains(Fault.QUERY) ? faulty : 0);
        var client =
                new SimulatedClient(ofMillis(200), page -> stock(page, faults.contains(Fault.REQUEST) ? faulty : 0));
        var files = all.stream()
                .filter(shop -> shop.number() != faulty || !faults.contains(Fault.FILE))
                .toList();
        var folder = TargetFolder.write(files, Drive.waiting(ofMillis(20)));
        sources = new Sources(all, failing, new StockServer(client, URI.create("http://stock.example")), folder);
    }

    private static String stock(URI page, int faulty) {
        int shop = Integer.parseInt(page.getPath().replaceFirst(".*/", ""));
        return shop == faulty ? "closed" : String.valueOf(Ledger.stock(shop));
    }

    private Database.Connection connection(Database database, int faulty) throws SQLException, InterruptedException {
        var connection = database.connect();
        peak.accumulateAndGet(borrowed.incrementAndGet(), Math::max);
        return new Database.Connection() {
            @Override
            public Sales sales(Shop shop) throws SQLException, InterruptedException {
                return checked(shop, connection.sales(shop));
            }

            @Override
            public Sales salesUntil(Instant moment, Shop shop) throws SQLException, InterruptedException {
                return checked(shop, connection.salesUntil(moment, shop));
            }

            private Sales checked(Shop shop, Sales sales) throws SQLException {
                if (shop.number() == faulty) {
                    throw new SQLException("no such table");
                }
                return sales;
            }

            @Override
            public void close() throws SQLException {
                borrowed.decrementAndGet();
                connection.close();
            }
        };
    }

    Sources sources() {
        return sources;
    }

    int connections() {
        return connections;
    }

    int borrowed() {
        return borrowed.get();
    }

    int peak() {
        return peak.get();
    }

    @Override
    public void close() throws IOException {
        sources.folder().close();
    }
}
