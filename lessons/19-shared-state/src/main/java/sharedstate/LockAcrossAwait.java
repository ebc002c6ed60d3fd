package sharedstate;

import interleave.eventloop.AsyncLock;
import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletableFuture;

/** Holds a lock from the check to the act, so that customers pay one after the other. */
public final class LockAcrossAwait implements BoxOffice {
    private final EventLoop loop;
    private final Bank bank;
    private final AsyncLock lock;
    private int left;

    /** Creates a box office with {@code tickets} to sell. */
    public LockAcrossAwait(EventLoop loop, Bank bank, int tickets) {
        this.loop = loop;
        this.bank = bank;
        lock = new AsyncLock(loop);
        left = tickets;
    }

    @Override
    public CompletableFuture<Boolean> buy(String customer) {
        return lock.withLock(() -> checkPayAndSell(customer));
    }

    private CompletableFuture<Boolean> checkPayAndSell(String customer) {
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
        Evening.run(LockAcrossAwait::new);
    }
}
