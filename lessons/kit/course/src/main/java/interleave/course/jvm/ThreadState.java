package interleave.course.jvm;

import java.util.List;
import java.util.Optional;

/**
 * A thread in a thread dump.
 *
 * @param state such as {@code WAITING}
 * @param blocker what it is parked for, such as {@code java.util.concurrent.locks.ReentrantLock$NonfairSync@5db3882e};
 *     empty if there is nothing
 * @param blockedOn the monitor that it waits to enter; empty if there is none
 * @param waitingOn the object whose {@code wait} it has called; empty if there is none
 * @param monitors the monitors that it holds
 * @param stack innermost frame first
 */
public record ThreadState(
        long id,
        String name,
        boolean isVirtual,
        String state,
        String blocker,
        String blockedOn,
        String waitingOn,
        List<String> monitors,
        List<String> stack) {

    /** The name, or the number of a thread without a name. */
    public String label() {
        return name.isEmpty() ? (isVirtual ? "virtual " : "thread ") + id : name;
    }

    /** The innermost line of the program. */
    public Optional<String> place() {
        return stack.stream().filter(Frames::isProgram).findFirst().map(Frames::withoutLambdas);
    }

    /** The method of the JDK that the program has called; empty if it executes its own code. */
    public Optional<String> call() {
        String call = "";
        for (String frame : stack) {
            if (Frames.isProgram(frame) || Frames.isStartOfThread(frame)) {
                return call.isEmpty() ? Optional.empty() : Optional.of(Frames.method(call));
            }
            call = frame;
        }
        return Optional.empty();
    }

    /** Whether it is a thread of a pool that waits for work. */
    public boolean isIdle() {
        return !isVirtual && place().isEmpty();
    }
}
