package deadlocks;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One thread owns all accounts, and makes one transfer after the other. It needs no locks. */
public final class OneOwner implements Bank, AutoCloseable {
    private final ExecutorService owner;

    /** Creates an owner that runs on this kind of thread. */
    public OneOwner(Threads threads) {
        owner = Executors.newSingleThreadExecutor(threads.workers());
    }

    @Override
    public void transfer(Account from, Account to, int amount) throws InterruptedException {
        var done = owner.submit(() -> {
            from.add(-amount);
            to.add(amount);
            return null;
        });
        try {
            done.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        owner.close();
    }

    static void main(String[] args) throws InterruptedException {
        Threads threads = Threads.named(args);
        try (var bank = new OneOwner(threads)) {
            TwoTransfers.run(bank, threads);
        }
    }
}
