package callbackhell.shop;

/** Proves that the customer has paid this number of euros. */
public record Receipt(int euros) {

    static Receipt of(Price price) {
        return new Receipt(price.euros());
    }

    @Override
    public String toString() {
        return euros + " euros paid";
    }
}
