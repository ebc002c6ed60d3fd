package migrating.sources;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Made-up bookings, the same in every run. */
public final class Ledger {

    private Ledger() {}

    /** All bookings up to this moment: between two and six for each shop. */
    public static List<Booking> of(List<Shop> shops, Instant until) {
        var bookings = new ArrayList<Booking>();
        for (Shop shop : shops) {
            int orders = 2 + shop.number() * 7 % 5;
            for (int order = 1; order <= orders; order++) {
                long cents = 1_000 + (shop.number() * 7_919L + order * 104_729L) % 50_000;
                bookings.add(new Booking(shop.number(), cents, until.minusSeconds(order * 60L)));
            }
        }
        return bookings;
    }

    /** How many bicycles a shop has in stock. */
    public static int stock(int shop) {
        return 5 + shop * 31 % 40;
    }

    /** The sales target of a shop, in hundredths. */
    public static long target(int shop) {
        return 80_000 + shop * 17L % 11 * 20_000;
    }
}
