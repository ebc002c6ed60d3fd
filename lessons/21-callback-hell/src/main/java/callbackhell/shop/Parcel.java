package callbackhell.shop;

/** A book that the warehouse has set aside for an order. */
public record Parcel(String book) {

    static Parcel of(Order order) {
        return new Parcel(order.book());
    }

    @Override
    public String toString() {
        return book + " is set aside";
    }
}
