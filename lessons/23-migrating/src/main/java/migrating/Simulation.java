package migrating;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;

import interleave.localsite.SimulatedClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import migrating.sources.Drive;
import migrating.sources.Ledger;
import migrating.sources.MeasuredDatabase;
import migrating.sources.Shop;
import migrating.sources.SimulatedDatabase;
import migrating.sources.Sources;
import migrating.sources.StockServer;
import migrating.sources.TargetFolder;

/** Simulated sources: by default, a query takes 100 ms, a request 200 ms, and a file 20 ms. */
final class Simulation {

    static final Currency CURRENCY = Currency.getInstance("CHF");

    private static final URI SITE = URI.create("http://stock.example");
    private static final Duration REQUEST = ofMillis(200);
    private static final Duration MOVE = ofMillis(150);

    private final List<Shop> shops;
    private final int connections;
    private Function<Shop, Duration> query = shop -> ofMillis(100);
    private Function<Integer, String> stock = shop -> String.valueOf(Ledger.stock(shop));
    private Duration request = REQUEST;
    private Drive drive = Drive.waiting(ofMillis(20));
    private boolean moves;

    Simulation(int shops, int connections) {
        this.shops = Shop.first(shops);
        this.connections = connections;
    }

    /** The query of shop 2 takes half a second. */
    Simulation uneven() {
        query = shop -> ofMillis(shop.number() == 2 ? 500 : 100);
        return this;
    }

    /** The server does not know the stock of shops 3 and 5. */
    Simulation broken() {
        stock = shop -> shop == 3 || shop == 5 ? "unknown" : String.valueOf(Ledger.stock(shop));
        return this;
    }

    /** After 150 ms, an order is moved from the first shop to the last one. */
    Simulation moved() {
        moves = true;
        return this;
    }

    /** Nothing waits, but each file is decoded for 300 ms, on two cores. */
    Simulation computing() {
        query = shop -> ZERO;
        request = ZERO;
        drive = Drive.computing(ofMillis(300), 2);
        return this;
    }

    /** Writes the report, and prints a summary. */
    void run(MorningReport version) throws Exception {
        var written = new Fingerprint();
        var waits = write(version, written);
        IO.println(String.format(
                Locale.ROOT,
                "%s; waited for a connection: %d ms on average, at most %d ms",
                written,
                waits.mean().toMillis(),
                waits.longest().toMillis()));
    }

    /** Writes the report. If it fails, prints the message of the exception. */
    private MeasuredDatabase write(MorningReport version, Consumer<String> lines) throws Exception {
        var database = new SimulatedDatabase(Ledger.of(shops, Instant.now()), connections, query);
        var measured = new MeasuredDatabase(database);
        var client = new SimulatedClient(request, page -> stock.apply(shopOf(page)));
        try (var folder = TargetFolder.write(shops, drive);
                var clerk = new Clerk()) {
            if (moves) {
                clerk.callAfter(MOVE, () -> database.move(50_000, shops.getFirst(), shops.getLast()));
            }
            version.write(new Sources(shops, measured, new StockServer(client, SITE), folder), CURRENCY, lines);
        } catch (IOException failure) {
            IO.println("Failed: " + failure.getMessage());
        }
        return measured;
    }

    private static int shopOf(URI page) {
        return Integer.parseInt(page.getPath().replaceFirst(".*/", ""));
    }
}
