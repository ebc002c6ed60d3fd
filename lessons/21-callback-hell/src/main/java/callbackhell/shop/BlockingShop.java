package callbackhell.shop;

import static callbackhell.shop.Step.CUSTOMER;
import static callbackhell.shop.Step.PAYMENT;
import static callbackhell.shop.Step.PRICE;
import static callbackhell.shop.Step.SHIPPING;
import static callbackhell.shop.Step.STOCK;

/**
 * A client whose methods return the answer. Each of them throws a {@link StepException} if its server fails. An
 * interrupt cancels the request.
 */
public final class BlockingShop {
    private final Servers servers;

    /** A client of these servers. */
    public BlockingShop(Servers servers) {
        this.servers = servers;
    }

    /** Finds the customer. */
    public Customer customer(Order order) throws InterruptedException {
        return request(CUSTOMER, Customer.of(order));
    }

    /** Sets the book aside. */
    public Parcel stock(Order order) throws InterruptedException {
        return request(STOCK, Parcel.of(order));
    }

    /** Calculates the price for this customer. */
    public Price price(Customer customer) throws InterruptedException {
        return request(PRICE, Price.of(customer));
    }

    /**
     * Charges the card. The parcel proves that the book is set aside, because no customer may pay for a book that is
     * sold out.
     */
    public Receipt payment(Price price, Parcel parcel) throws InterruptedException {
        return request(PAYMENT, Receipt.of(price));
    }

    /** Sends the parcel. The receipt proves that the book has been paid for. */
    public Shipment shipping(Customer customer, Parcel parcel, Receipt receipt) throws InterruptedException {
        return request(SHIPPING, Shipment.of(customer, parcel));
    }

    private <T> T request(Step step, T answer) throws InterruptedException {
        try {
            Thread.sleep(servers.request(step));
        } catch (InterruptedException stopped) {
            servers.cancelled(step);
            throw stopped;
        }
        return servers.answer(step, answer);
    }
}
