package callbackhell;

import callbackhell.shop.LoopShop;
import callbackhell.shop.Order;
import callbackhell.shop.Servers;
import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletableFuture;

/** Composed futures of an event loop. When the loop is interrupted, it cancels the step that is running. */
public final class WithEventLoop implements OrderProcess {
    private final Servers servers;

    /** Sends its requests to these servers. */
    public WithEventLoop(Servers servers) {
        this.servers = servers;
    }

    @Override
    public Confirmation process(Order order) throws Exception {
        return EventLoop.run(loop -> start(order, new LoopShop(loop, servers)));
    }

    static CompletableFuture<Confirmation> start(Order order, LoopShop shop) {
        var customer = shop.customer(order);
        var parcel = customer.thenCompose(found -> shop.stock(order));
        var price = parcel.thenCompose(reserved -> shop.price(customer.resultNow()));
        var receipt = price.thenCompose(euros -> shop.payment(euros, parcel.resultNow()));
        var shipment = receipt.thenCompose(paid -> shop.shipping(customer.resultNow(), parcel.resultNow(), paid));
        return shipment.thenApply(sent -> new Confirmation(receipt.resultNow(), sent));
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(WithEventLoop::new);
    }
}
