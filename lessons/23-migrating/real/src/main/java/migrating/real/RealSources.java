package migrating.real;

import interleave.localsite.LocalSite;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import migrating.sources.Booking;
import migrating.sources.Drive;
import migrating.sources.Ledger;
import migrating.sources.MeasuredDatabase;
import migrating.sources.Shop;
import migrating.sources.Sources;
import migrating.sources.StockServer;
import migrating.sources.TargetFolder;

/** A real H2 database behind HikariCP, a real web server on the loopback interface, and a real folder. */
public final class RealSources implements AutoCloseable {

    private final H2Bookings bookings;
    private final JdbcDatabase pool;
    private final LocalSite site;
    private final HttpClient client;
    private final TargetFolder folder;
    private final MeasuredDatabase database;
    private final Sources sources;

    /** Opens everything. The report covers the first {@code shops} shops of the chain. */
    public RealSources(int shops, int connections, Latencies latencies) throws SQLException, IOException {
        this(Shop.first(shops), connections, latencies, Drive.waiting(latencies.file()));
    }

    /** Opens everything, with this drive. */
    public RealSources(List<Shop> shops, int connections, Latencies latencies, Drive drive)
            throws SQLException, IOException {
        bookings = new H2Bookings(Ledger.of(shops, Instant.now()));
        pool = new JdbcDatabase(bookings.url(), connections, latencies.query());
        site = LocalSite.start(pages -> shops.forEach(shop -> pages.json(
                StockServer.path(shop.number()), String.valueOf(Ledger.stock(shop.number())), latencies.request())));
        client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
        folder = TargetFolder.write(shops, drive);
        database = new MeasuredDatabase(pool);
        sources = new Sources(shops, database, new StockServer(client, site.uri("/")), folder);
    }

    /** The sources that a report reads. */
    public Sources sources() {
        return sources;
    }

    /** The database, which measures how long reports wait for connections. */
    public MeasuredDatabase database() {
        return database;
    }

    /** Adds bookings in one transaction. Reports may be running at the same time. */
    public void book(List<Booking> more) throws SQLException {
        bookings.add(more);
    }

    @Override
    public void close() throws SQLException, IOException {
        try (bookings;
                pool;
                site;
                client;
                folder) {
            // they are closed in reverse order
        }
    }
}
