package callbackhell;

import callbackhell.shop.Cancellation;
import callbackhell.shop.FutureShop;
import callbackhell.shop.Order;
import callbackhell.shop.Servers;
import java.util.concurrent.CompletableFuture;

/** Each step is a future that is composed of earlier ones. A failed step skips all later ones. */
public final class ComposedFutures implements OrderProcess {
    private final FutureShop shop;

    /** Sends its requests to these servers. */
    public ComposedFutures(Servers servers) {
        this.shop = new FutureShop(servers);
    }

    @Override
    public Confirmation process(Order order) throws Exception {
        var cancellation = new Cancellation();
        return Await.result(start(order, cancellation), cancellation::cancel);
    }

    CompletableFuture<Confirmation> start(Order order, Cancellation cancellation) {
        var customer = shop.customer(order, cancellation);
        var parcel = customer.thenCompose(found -> shop.stock(order, cancellation));
        var price = parcel.thenCompose(reserved -> shop.price(customer.resultNow(), cancellation));
        var receipt = price.thenCompose(euros -> shop.payment(euros, parcel.resultNow(), cancellation));
        var shipment = receipt.thenCompose(
                paid -> shop.shipping(customer.resultNow(), parcel.resultNow(), paid, cancellation));
        return shipment.thenApply(sent -> new Confirmation(receipt.resultNow(), sent));
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(ComposedFutures::new);
    }
}
