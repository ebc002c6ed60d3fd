package sharedstate.play;

/** The price of {@link PriceTag} as one immutable object. */
final class WholePriceTag {
    private record Price(int amount, String currency) {}

    private volatile Price price = new Price(10, "EUR");
    private String seen = "";

    void customer() {
        Price now = price;
        seen = now.amount + " " + now.currency;
    }

    void shop() {
        price = new Price(110, "SEK");
    }

    boolean isBroken() {
        return !seen.equals("10 EUR") && !seen.equals("110 SEK");
    }
}
