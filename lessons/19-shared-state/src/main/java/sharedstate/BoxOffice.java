package sharedstate;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sells the tickets of a concert. All its methods are called on the thread of one loop. */
public interface BoxOffice {

    /** Charges the customer, which takes time. Completes with whether the card was accepted. */
    interface Bank {
        CompletionStage<Boolean> charge(EventLoop loop, String customer);
    }

    /** Sells a ticket if one is left and the card is accepted. Completes with whether it was sold. */
    CompletableFuture<Boolean> buy(String customer);

    /** How many tickets are left. Never negative. */
    int left();
}
