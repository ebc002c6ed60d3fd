package migrating.sources;

/** How many orders were booked, and for how much money, in hundredths. */
public record Sales(long orders, long cents) {

    /** The sum of both. */
    public Sales plus(Sales other) {
        return new Sales(orders + other.orders, cents + other.cents);
    }
}
