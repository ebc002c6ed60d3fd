package callbackhell.shop;

/** The price that the customer pays, in euros. */
public record Price(int euros) {
    private static final int BOOK = 30;

    static Price of(Customer customer) {
        return new Price(BOOK - customer.discount());
    }

    @Override
    public String toString() {
        return euros + " euros";
    }
}
