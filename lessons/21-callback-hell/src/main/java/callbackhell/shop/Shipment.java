package callbackhell.shop;

/** A parcel on its way. */
public record Shipment(String book, String address) {

    static Shipment of(Customer customer, Parcel parcel) {
        return new Shipment(parcel.book(), customer.toString());
    }

    @Override
    public String toString() {
        return book + " goes to " + address;
    }
}
