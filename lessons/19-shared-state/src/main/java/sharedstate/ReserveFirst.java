package sharedstate;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletableFuture;

/** Acts before it waits, in the same turn as the check, and undoes the act if the card is declined. */
public final class ReserveFirst implements BoxOffice {
    private final EventLoop loop;
    private final Bank bank;
    private int left;

    /** Creates a box office with {@code tickets} to sell. */
    public ReserveFirst(EventLoop loop, Bank bank, int tickets) {
        this.loop = loop;
        this.bank = bank;
        left = tickets;
    }

    @Override
    public CompletableFuture<Boolean> buy(String customer) {
        if (left == 0) {
            return loop.completed(false);
        }
        left--; // reserved
        return loop.adopt(bank.charge(loop, customer)).whenComplete((accepted, failure) -> {
            if (failure != null || !accepted) {
                left++;
            }
        });
    }

    @Override
    public int left() {
        return left;
    }

    static void main() throws Exception {
        Evening.run(ReserveFirst::new);
    }
}
