package sharedstate;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletableFuture;

/** Wrong on purpose: between the check and the act, the task waits for the bank, and another task checks, too. */
public final class CheckAwaitAct implements BoxOffice {
    private final EventLoop loop;
    private final Bank bank;
    private int left;

    /** Creates a box office with {@code tickets} to sell. */
    public CheckAwaitAct(EventLoop loop, Bank bank, int tickets) {
        this.loop = loop;
        this.bank = bank;
        left = tickets;
    }

    @Override
    public CompletableFuture<Boolean> buy(String customer) {
        if (left == 0) {
            return loop.completed(false);
        }
        return loop.adopt(bank.charge(loop, customer)).thenApply(accepted -> {
            if (accepted) {
                left--;
            }
            return accepted;
        });
    }

    @Override
    public int left() {
        return left;
    }

    static void main() throws Exception {
        Evening.run(CheckAwaitAct::new);
    }
}
