package migrating;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import migrating.sources.Sales;
import migrating.sources.Shop;
import migrating.sources.Sources;

/**
 * Makes the line of one shop, from nothing but its arguments: no shared transaction, no thread-local. So any thread can
 * make any line.
 */
final class ShopLines {

    private final Sources sources;
    private final Currency currency;
    private final Targets targets;
    /** Replaces the transaction: later bookings are left out, whichever connection reads them. */
    private final Instant until = Instant.now();

    ShopLines(Sources sources, Currency currency, Targets targets) {
        this.sources = sources;
        this.currency = currency;
        this.targets = targets;
    }

    /** Blocks three times, one after the other. */
    Line of(Shop shop) throws Exception {
        var sales = sales(shop);
        int stock = sources.stock().count(shop);
        return line(shop, sales, stock, targets.of(shop));
    }

    /** Borrows a connection for one query. */
    Sales sales(Shop shop) throws SQLException, InterruptedException {
        try (var connection = sources.database().connect()) {
            return connection.salesUntil(until, shop);
        }
    }

    Line line(Shop shop, Sales sales, int stock, long target) {
        return Line.of(shop, sales, Money.text(sales.cents(), currency), stock, target);
    }
}
