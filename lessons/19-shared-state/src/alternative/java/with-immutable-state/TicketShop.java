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

    private record State(int left, Status paid) {
        State reserved() {
            return new State(left - 1, paid);
        }

        State returned() {
            return new State(left + 1, paid);
        }

        State sold() {
            return new State(left, new Status(paid.sold() + 1, paid.income() + PRICE));
        }
    }

    private final EventLoop loop;
    private final Bank bank;
    private State state;

    TicketShop(EventLoop loop, Bank bank, int tickets) {
        this.loop = loop;
        this.bank = bank;
        state = new State(tickets, new Status(0, 0));
    }

    CompletableFuture<Boolean> buy(String customer) {
        if (state.left() == 0) {
            return loop.completed(false);
        }
        state = state.reserved();
        return loop.adopt(bank.charge(customer, PRICE))
                .whenComplete(
                        (accepted, failure) -> state = failure == null && accepted ? state.sold() : state.returned());
    }

    Status status() {
        return state.paid();
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
