package callbackhell;

import callbackhell.shop.BlockingShop;
import callbackhell.shop.Order;
import callbackhell.shop.Servers;

/** Straight code: one step after the other, on the virtual thread of the order. */
public final class WithVirtualThreads implements OrderProcess {
    private final BlockingShop shop;

    /** Sends its requests to these servers. */
    public WithVirtualThreads(Servers servers) {
        this.shop = new BlockingShop(servers);
    }

    @Override
    public Confirmation process(Order order) throws InterruptedException {
        var customer = shop.customer(order);
        var parcel = shop.stock(order);
        var price = shop.price(customer);
        var receipt = shop.payment(price, parcel);
        var shipment = shop.shipping(customer, parcel, receipt);
        return new Confirmation(receipt, shipment);
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(WithVirtualThreads::new);
    }
}
