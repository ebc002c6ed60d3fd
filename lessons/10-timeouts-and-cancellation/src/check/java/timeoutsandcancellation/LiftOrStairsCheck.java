package timeoutsandcancellation;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import timeoutsandcancellation.LiftOrStairs.Lift;

/** The lift is cancelled after a timeout and after an interrupt, and the method waits until it is back. */
public final class LiftOrStairsCheck implements Check {
    private static final Duration PATIENCE = ofSeconds(10);
    private static final Lift SLOW = new Lift(ofSeconds(30), false);

    @Override
    public void check(Exam exam) {
        Run inTime = exam.run(() -> go(new Lift(ofSeconds(4), false), PATIENCE));
        exam.claim(
                "You take a lift that arrives after 4 s.",
                inTime.took(ofSeconds(4))
                        .and(way(inTime, "lift"))
                        .because("The result was there after 4 s.")
                        .next("get with a limit returns as soon as there is a result."));

        Run late = exam.runAndWatch(ofSeconds(30), () -> go(SLOW, PATIENCE));
        exam.claim(
                "After 10 s, the lift is sent back.",
                late.printedAt(PATIENCE, "Lift turns back")
                        .because("The lift went on, because its thread was not interrupted. A CompletableFuture does"
                                + " not know the thread of its work, and shutdown() and cancel(false) do not"
                                + " interrupt.")
                        .next("Submit the ride to an executor, and call cancel(true) on the future that you get."));
        exam.claim(
                "go returns when the lift is back, at 11 s.",
                late.leftNothingRunning()
                        .and(late.took(ofSeconds(11)))
                        .because("cancel returns at once, and so does interrupt. The lift was still on its way back.")
                        .next("Close the executor with try-with-resources, or join the thread."));
        exam.claim("Then you take the stairs.", way(late, "stairs"));

        Run impatient = exam.run(() -> go(new Lift(ofSeconds(20), false), ofMillis(1_500)));
        exam.claim(
                "With a patience of 1.5 s, the lift is sent back after 1.5 s.",
                impatient
                        .printedAt(ofMillis(1_500), "Lift turns back")
                        .and(impatient.took(ofMillis(2_500)))
                        .and(way(impatient, "stairs"))
                        .because("The limit is the patience, which may be less than a second.")
                        .next("Pass patience.toNanos() and TimeUnit.NANOSECONDS."));

        Run interrupted = exam.runInterruptedAfter(ofSeconds(2), () -> go(SLOW, PATIENCE));
        exam.claim(
                "If you are interrupted, the lift is sent back, too.",
                interrupted
                        .printedAt(ofSeconds(2), "Lift turns back")
                        .and(interrupted.leftNothingRunning())
                        .because("You were interrupted at 2 s, and get threw an InterruptedException.")
                        .next("Cancel in finally, so that the lift is cancelled however the wait ends."));
        exam.claim(
                "The caller receives the InterruptedException.",
                interrupted
                        .threw(InterruptedException.class)
                        .because("An interrupt is a request to stop, and the caller must stop, too.")
                        .next("Do not catch the InterruptedException. go declares it."));

        Run stuck = exam.runThatMayFail(() -> go(new Lift(ofSeconds(4), true), PATIENCE));
        exam.claim(
                "The caller receives the exception of a lift that is stuck.",
                stuck.finds(
                                stuck.threwOrWrapped(IllegalStateException.class, "the lift is stuck"),
                                () -> "Expected IllegalStateException: the lift is stuck, but go "
                                        + (stuck.thrown().isPresent() ? "threw another exception." : "returned."))
                        .because("A lift that is stuck is no lift that is late.")
                        .next("Catch only the TimeoutException."));
    }

    private static void go(Lift lift, Duration patience) throws Exception {
        IO.println("You take the " + LiftOrStairs.go(lift, patience));
    }

    private static Finding way(Run run, String expected) {
        return run.printedLine("You take the " + expected);
    }
}
