package deadlocks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A lock-order checker: it remembers which lock was taken while which other one was held, and refuses the opposite
 * order, even in a run that would not hang. Thread-safe.
 */
final class LockOrder {
    private final ThreadLocal<Deque<Account>> held = ThreadLocal.withInitial(ArrayDeque::new);

    /** For each account, those whose locks were taken while its lock was held. Never contains a cycle. */
    private final Map<Account, Set<Account>> takenAfter = new HashMap<>();

    /**
     * Takes the lock of the account.
     *
     * @throws IllegalStateException if this can cause a deadlock; the lock is then not taken
     */
    void lock(Account account) {
        for (Account earlier : held.get()) {
            remember(earlier, account);
        }
        account.lock.lock();
        held.get().push(account);
    }

    void unlock(Account account) {
        held.get().remove(account);
        account.lock.unlock();
    }

    private synchronized void remember(Account first, Account second) {
        if (first == second) {
            return; // the lock is reentrant
        }
        if (wasTaken(first, second)) {
            throw new IllegalStateException("is refused: " + second.owner() + "'s lock was taken before "
                    + first.owner() + "'s, and would now be taken after it");
        }
        takenAfter.computeIfAbsent(first, account -> new HashSet<>()).add(second);
    }

    /** Directly, or with other locks between them. */
    private boolean wasTaken(Account account, Account after) {
        return takenAfter.getOrDefault(after, Set.of()).stream()
                .anyMatch(next -> next == account || wasTaken(account, next));
    }
}
