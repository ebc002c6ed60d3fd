package callbackhell;

import callbackhell.shop.CallbackShop;
import callbackhell.shop.Cancellation;
import callbackhell.shop.FutureShop;
import callbackhell.shop.Order;
import callbackhell.shop.Servers;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** The next step is called in the callback of the step before it. Each callback must handle an error. */
public final class NestedCallbacks implements OrderProcess {
    private final CallbackShop shop;

    /** Sends its requests to these servers. */
    public NestedCallbacks(Servers servers) {
        this.shop = new CallbackShop(servers);
    }

    @Override
    public Confirmation process(Order order) throws Exception {
        var cancellation = new Cancellation();
        CompletableFuture<Confirmation> confirmation = FutureShop.future(done -> start(order, cancellation, done));
        return Await.result(confirmation, cancellation::cancel);
    }

    void start(Order order, Cancellation cancellation, BiConsumer<Confirmation, Throwable> done) {
        shop.customer(order, cancellation, (customer, failure1) -> {
            if (failure1 != null) {
                done.accept(null, failure1);
                return;
            }
            shop.stock(order, cancellation, (parcel, failure2) -> {
                if (failure2 != null) {
                    done.accept(null, failure2);
                    return;
                }
                shop.price(customer, cancellation, (price, failure3) -> {
                    if (failure3 != null) {
                        done.accept(null, failure3);
                        return;
                    }
                    shop.payment(price, parcel, cancellation, (receipt, failure4) -> {
                        if (failure4 != null) {
                            done.accept(null, failure4);
                            return;
                        }
                        shop.shipping(customer, parcel, receipt, cancellation, (shipment, failure5) -> {
                            if (failure5 != null) {
                                done.accept(null, failure5);
                                return;
                            }
                            done.accept(new Confirmation(receipt, shipment), null);
                        });
                    });
                });
            });
        });
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(NestedCallbacks::new);
    }
}
