package callbackhell.shop;

import static callbackhell.shop.Step.CUSTOMER;
import static callbackhell.shop.Step.PAYMENT;
import static callbackhell.shop.Step.PRICE;
import static callbackhell.shop.Step.SHIPPING;
import static callbackhell.shop.Step.STOCK;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * A client for an event loop. Its methods return a future of the loop at once. Cancelling the future cancels the
 * request. For the steps, see {@link BlockingShop}.
 */
public final class LoopShop {
    private final EventLoop loop;
    private final Servers servers;

    /** A client of these servers. */
    public LoopShop(EventLoop loop, Servers servers) {
        this.loop = loop;
        this.servers = servers;
    }

    public CompletableFuture<Customer> customer(Order order) {
        return request(CUSTOMER, Customer.of(order));
    }

    public CompletableFuture<Parcel> stock(Order order) {
        return request(STOCK, Parcel.of(order));
    }

    public CompletableFuture<Price> price(Customer customer) {
        return request(PRICE, Price.of(customer));
    }

    public CompletableFuture<Receipt> payment(Price price, Parcel parcel) {
        return request(PAYMENT, Receipt.of(price));
    }

    public CompletableFuture<Shipment> shipping(Customer customer, Parcel parcel, Receipt receipt) {
        return request(SHIPPING, Shipment.of(customer, parcel));
    }

    private <T> CompletableFuture<T> request(Step step, T answer) {
        return loop.createTask(
                step.toString(),
                () -> loop.sleep(servers.request(step))
                        .whenComplete((slept, stopped) -> {
                            if (stopped != null) {
                                servers.cancelled(step);
                            }
                        })
                        .thenApply(slept -> servers.answer(step, answer)));
    }
}
