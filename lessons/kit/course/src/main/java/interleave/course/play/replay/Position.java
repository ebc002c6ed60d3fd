package interleave.course.play.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A program after some steps.
 *
 * @param shared the shared fields with their values, and the locks
 * @param printed the printed lines
 * @param steps the steps that led here
 * @param ending how the program has ended, if it has
 */
public record Position(
        List<PlayedThread> threads,
        Map<String, String> shared,
        List<String> printed,
        List<PlayedStep> steps,
        Optional<Ending> ending) {

    /**
     * How a program has ended.
     *
     * @param broken whether the goal of the game is reached
     * @param what such as {@code No thread can continue.}
     */
    public record Ending(boolean broken, String what) {
        /** A thread has failed with an exception, which ends the game. */
        static Ending failure(String thread, Throwable exception) {
            String message = Optional.ofNullable(exception.getMessage())
                    .map(text -> ": " + text)
                    .orElse("");
            return new Ending(
                    true, thread + " failed with " + exception.getClass().getSimpleName() + message + ".");
        }
    }

    public boolean isBroken() {
        return ending.filter(Ending::broken).isPresent();
    }

    /** The threads that can make a step; none after the end. */
    public List<PlayedThread> choices() {
        return ending.isPresent()
                ? List.of()
                : threads.stream().filter(PlayedThread::isReady).toList();
    }

    /**
     * Equal for two positions from which the program continues in the same way: each thread has made the same steps,
     * and has seen the same values in them.
     */
    Map<String, String> state() {
        var state = new TreeMap<String, String>();
        steps.forEach(step -> state.merge(step.thread(), step.seen() + "\n", String::concat));
        state.put("", shared.toString() + threads);
        return state;
    }
}
