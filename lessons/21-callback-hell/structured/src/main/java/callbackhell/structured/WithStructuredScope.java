package callbackhell.structured;

import callbackhell.Confirmation;
import callbackhell.Example;
import callbackhell.OrderProcess;
import callbackhell.shop.BlockingShop;
import callbackhell.shop.Customer;
import callbackhell.shop.Order;
import callbackhell.shop.Parcel;
import callbackhell.shop.Price;
import callbackhell.shop.Servers;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;

/**
 * Straight code in which two steps overlap a third: a scope starts them, and waits for both. A preview API of Java 25.
 */
public final class WithStructuredScope implements OrderProcess {
    private final BlockingShop shop;

    private record Quote(Customer customer, Price price) {}

    /** Sends its requests to these servers. */
    public WithStructuredScope(Servers servers) {
        this.shop = new BlockingShop(servers);
    }

    @Override
    public Confirmation process(Order order) throws Exception {
        try (var scope = StructuredTaskScope.open(Joiner.awaitAllSuccessfulOrThrow())) {
            var parcel = scope.fork(() -> shop.stock(order));
            var quote = scope.fork(() -> quote(order));
            scope.join();
            return sell(quote.get(), parcel.get());
        } catch (FailedException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private Quote quote(Order order) throws InterruptedException {
        var customer = shop.customer(order);
        return new Quote(customer, shop.price(customer));
    }

    private Confirmation sell(Quote quote, Parcel parcel) throws InterruptedException {
        var receipt = shop.payment(quote.price(), parcel);
        var shipment = shop.shipping(quote.customer(), parcel, receipt);
        return new Confirmation(receipt, shipment);
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(WithStructuredScope::new);
    }
}
