package callbackhell.shop;

import static callbackhell.shop.Step.CUSTOMER;
import static callbackhell.shop.Step.PAYMENT;
import static callbackhell.shop.Step.PRICE;
import static callbackhell.shop.Step.SHIPPING;
import static callbackhell.shop.Step.STOCK;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/**
 * A client whose methods return at once. Each calls its callback exactly once, on a thread of its own: with the answer
 * and null, or with null and the exception. For the steps, see {@link BlockingShop}.
 */
public final class CallbackShop {
    private final BlockingShop shop;

    /** A client of these servers. */
    public CallbackShop(Servers servers) {
        this.shop = new BlockingShop(servers);
    }

    public void customer(Order order, Cancellation cancellation, BiConsumer<Customer, Throwable> callback) {
        start(CUSTOMER, () -> shop.customer(order), cancellation, callback);
    }

    public void stock(Order order, Cancellation cancellation, BiConsumer<Parcel, Throwable> callback) {
        start(STOCK, () -> shop.stock(order), cancellation, callback);
    }

    public void price(Customer customer, Cancellation cancellation, BiConsumer<Price, Throwable> callback) {
        start(PRICE, () -> shop.price(customer), cancellation, callback);
    }

    public void payment(
            Price price, Parcel parcel, Cancellation cancellation, BiConsumer<Receipt, Throwable> callback) {
        start(PAYMENT, () -> shop.payment(price, parcel), cancellation, callback);
    }

    public void shipping(
            Customer customer,
            Parcel parcel,
            Receipt receipt,
            Cancellation cancellation,
            BiConsumer<Shipment, Throwable> callback) {
        start(SHIPPING, () -> shop.shipping(customer, parcel, receipt), cancellation, callback);
    }

    private static <T> void start(
            Step step, Callable<T> request, Cancellation cancellation, BiConsumer<T, Throwable> callback) {
        Thread.ofVirtual().name(step.toString()).start(() -> {
            T answer;
            try {
                answer = cancellation.run(request);
            } catch (Throwable failure) {
                callback.accept(null, failure);
                return;
            }
            callback.accept(answer, null); // outside of try: if the callback throws, it must not be called again
        });
    }
}
