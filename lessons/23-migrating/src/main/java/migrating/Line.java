package migrating;

import migrating.sources.Sales;
import migrating.sources.Shop;

/** The line of a shop, and its sales, which are added to the total. */
record Line(String text, Sales sales) {

    /** @param sold the sales as text, with their currency */
    static Line of(Shop shop, Sales sales, String sold, int stock, long target) {
        String text = shop + ": " + sales.orders() + " orders, " + sold + ", " + stock + " in stock, "
                + sales.cents() * 100 / target + " % of target";
        return new Line(text, sales);
    }
}
