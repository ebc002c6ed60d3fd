package callbackhell.shop;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A client whose methods return a future at once. For the steps, see {@link BlockingShop}. */
public final class FutureShop {
    private final CallbackShop shop;

    /** A client of these servers. */
    public FutureShop(Servers servers) {
        this.shop = new CallbackShop(servers);
    }

    /** Converts a request with a callback into a future. */
    public static <T> CompletableFuture<T> future(Consumer<BiConsumer<T, Throwable>> request) {
        var future = new CompletableFuture<T>();
        request.accept((answer, failure) -> {
            if (failure == null) {
                future.complete(answer);
            } else {
                future.completeExceptionally(failure);
            }
        });
        return future;
    }

    public CompletableFuture<Customer> customer(Order order, Cancellation cancellation) {
        return future(callback -> shop.customer(order, cancellation, callback));
    }

    public CompletableFuture<Parcel> stock(Order order, Cancellation cancellation) {
        return future(callback -> shop.stock(order, cancellation, callback));
    }

    public CompletableFuture<Price> price(Customer customer, Cancellation cancellation) {
        return future(callback -> shop.price(customer, cancellation, callback));
    }

    public CompletableFuture<Receipt> payment(Price price, Parcel parcel, Cancellation cancellation) {
        return future(callback -> shop.payment(price, parcel, cancellation, callback));
    }

    public CompletableFuture<Shipment> shipping(
            Customer customer, Parcel parcel, Receipt receipt, Cancellation cancellation) {
        return future(callback -> shop.shipping(customer, parcel, receipt, cancellation, callback));
    }
}
