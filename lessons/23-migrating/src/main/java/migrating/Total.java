package migrating;

import migrating.sources.Sales;

/** Adds up the sales of the shops. */
final class Total {

    private Sales sum = new Sales(0, 0);

    /** Adds a line, and returns its text. */
    String add(Line line) {
        sum = sum.plus(line.sales());
        return line.text();
    }

    long cents() {
        return sum.cents();
    }

    /** @param sold the sum as text, with its currency */
    String text(String sold) {
        return "Total: " + sum.orders() + " orders, " + sold;
    }
}
