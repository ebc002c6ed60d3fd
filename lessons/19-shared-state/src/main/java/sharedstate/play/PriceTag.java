package sharedstate.play;

/** A shop changes a price from 10 EUR to 110 SEK while a customer reads it. */
final class PriceTag {
    private int amount = 10;
    private String currency = "EUR";
    private String seen = "";

    void customer() {
        seen = amount + " " + currency;
    }

    void shop() {
        amount = 110;
        currency = "SEK";
    }

    boolean isBroken() {
        return !seen.equals("10 EUR") && !seen.equals("110 SEK");
    }
}
