package migrating.sources;

/** The number of orders that were booked, and their total amount, in hundredths. */
public record Sales(long orders, long cents) {

    /** The sum of both. */
    public Sales plus(Sales other) {
        return new Sales(orders + other.orders, cents + other.cents);
    }
}
