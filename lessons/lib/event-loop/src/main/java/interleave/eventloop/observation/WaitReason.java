package interleave.eventloop.observation;

import java.util.Optional;

/**
 * What a task that waits for a future waits for, as an inspection of the loop shows it.
 *
 * @param kind one word, such as {@code sleep}
 * @param text the same in words, such as {@code sleep, 0.8 s left}
 * @param holder the task that holds what is waited for, such as a lock; {@link Owner#NONE} if it is unknown
 * @param worker the thread that works on it, if there is one
 */
public record WaitReason(String kind, String text, Owner holder, Optional<Thread> worker) {

    public WaitReason(String kind, String text) {
        this(kind, text, Owner.NONE, Optional.empty());
    }

    public WaitReason heldBy(Owner task) {
        return new WaitReason(kind, text, task, worker);
    }

    public WaitReason workedOnBy(Thread thread) {
        return new WaitReason(kind, text, holder, Optional.of(thread));
    }
}
