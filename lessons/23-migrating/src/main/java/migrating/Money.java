package migrating;

import java.util.Currency;
import java.util.Locale;

/** Formats amounts of money. */
final class Money {

    /** The currency of the report that the current thread writes. */
    static final ThreadLocal<Currency> CURRENCY = ThreadLocal.withInitial(() -> Currency.getInstance("EUR"));

    private Money() {}

    /** Formats an amount in the currency of the calling thread. */
    static String text(long cents) {
        return text(cents, CURRENCY.get());
    }

    static String text(long cents, Currency currency) {
        return String.format(Locale.ROOT, "%s %,.2f", currency.getCurrencyCode(), cents / 100.0);
    }
}
