package callbackhell;

import callbackhell.shop.Receipt;
import callbackhell.shop.Shipment;

/** An order that is paid and on its way. */
public record Confirmation(Receipt receipt, Shipment shipment) {

    @Override
    public String toString() {
        return receipt + ", " + shipment;
    }
}
