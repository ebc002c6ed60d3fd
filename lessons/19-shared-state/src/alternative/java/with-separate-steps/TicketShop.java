package sharedstate;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sells the tickets of a concert, on one event loop. */
final class TicketShop {
    static final int PRICE = 50;

    /** @param income {@code PRICE} for each ticket that is sold */
    record Status(int sold, int income) {}

    /** The bank of the customers. */
    interface Bank {

        /** Takes a second or more. Completes with whether the card was accepted, or with an exception. */
        CompletionStage<Boolean> charge(String customer, int amount);
    }

    private final EventLoop loop;
    private final Bank bank;
    private int left;
    private int sold;
    private int income;

    TicketShop(EventLoop loop, Bank bank, int tickets) {
        this.loop = loop;
        this.bank = bank;
        left = tickets;
    }

    CompletableFuture<Boolean> buy(String customer) {
        return reserve() ? pay(customer) : loop.completed(false);
    }

    private boolean reserve() {
        if (left <= 0) {
            return false;
        }
        left -= 1;
        return true;
    }

    private CompletableFuture<Boolean> pay(String customer) {
        var paid = loop.adopt(bank.charge(customer, PRICE)).thenApply(accepted -> accepted && book());
        return paid.whenComplete((sold, failure) -> {
            if (failure != null || !sold) {
                left += 1;
            }
        });
    }

    private boolean book() {
        sold += 1;
        income += PRICE;
        return true;
    }

    Status status() {
        return new Status(sold, income);
    }

    static void main() throws Exception {
        EventLoop.run(loop -> {
            Bank bank = (customer, amount) -> loop.sleep(ofSeconds(1)).thenApply(charged -> true);
            var shop = new TicketShop(loop, bank, 1);
            return loop.gather(List.of(shop.buy("Anna"), shop.buy("Ben"))).thenAccept(sold -> {
                IO.println("Anna, Ben: " + sold);
                IO.println(shop.status());
            });
        });
    }
}
