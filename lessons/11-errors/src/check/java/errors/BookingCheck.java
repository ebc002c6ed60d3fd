package errors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import errors.Booking.Part;
import errors.Booking.SoldOutException;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** All parts are booked, or none: the others are cancelled, that is awaited, and no failure is lost. */
public final class BookingCheck implements Check {
    private static final Duration CANCELLING = ofMillis(500);
    private static final Part FLIGHT = new Part("flight", ofSeconds(4), true, CANCELLING);
    private static final Part CAR = new Part("car", ofSeconds(3), true, CANCELLING);
    private static final Part SOLD_OUT = new Part("hotel", ofSeconds(1), false, CANCELLING);

    @Override
    public void check(Exam exam) {
        Run all = exam.run(() -> IO.println("Booked: "
                + Booking.bookAll(List.of(
                        new Part("flight", ofSeconds(3), true, CANCELLING),
                        new Part("hotel", ofSeconds(1), true, CANCELLING),
                        new Part("car", ofSeconds(2), true, CANCELLING)))));
        exam.claim(
                "Three parts are booked at the same time, 3 s in total.",
                all.took(ofSeconds(3)).next("Start all parts before you wait for one of them."));
        exam.claim(
                "The confirmations are in the order of the parts.",
                all.printedLine("Booked: [flight booked, hotel booked, car booked]")
                        .because("The order in which the parts are booked depends on timing.")
                        .next("Keep the futures in a list, and read their results in the order of the parts."));

        Run one = exam.runThatMayFail(() -> Booking.bookAll(List.of(FLIGHT, SOLD_OUT, CAR)));
        exam.claim(
                "If the hotel is sold out, its SoldOutException is thrown, and no wrapper of it.",
                throwsItself(one)
                        .because(() -> one.thrown().isPresent()
                                ? "A future wraps the exception of its task."
                                : "The hotel was sold out at 1 s, and the caller must know.")
                        .next(() -> one.thrown().isPresent()
                                ? "Catch the ExecutionException, and throw its cause."
                                : "Do not turn the exception into a result: let the future store it."));
        exam.claim(
                "The exception is not thrown before all bookings have ended.",
                one.leftNothingRunning()
                        .because("The customer is told that nothing is booked while a booking is still running.")
                        .next("Wait for the threads after you have interrupted them: close the executor."));
        exam.claim(
                "The flight and the car are cancelled at once.",
                one.printedAt(ofMillis(1_500), "Cancelled flight")
                        .and(one.printedAt(ofMillis(1_500), "Cancelled car"))
                        .because("The hotel was sold out at 1 s, and to cancel takes 0.5 s.")
                        .next("Wait for the parts in the order in which they end, and interrupt the others at the first"
                                + " failure."));
        exam.claim("So the exception is thrown at 1.5 s.", one.took(ofMillis(1_500)));
        exam.claim(
                "A part that was interrupted has not failed.",
                suppressed(one, 0)
                        .because("The flight and the car were interrupted and cancelled, as they should be.")
                        .next("Do not add an InterruptedException to the suppressed exceptions."));

        Run stuck = exam.runThatMayFail(
                () -> Booking.bookAll(List.of(new Part("flight", ofSeconds(4), false, CANCELLING), SOLD_OUT, CAR)));
        exam.claim(
                "A part that fails while it is cancelled is a suppressed exception.",
                throwsItself(stuck)
                        .and(suppressed(stuck, 1))
                        .because("The flight cannot be cancelled. A future that was cancelled has no place for that"
                                + " exception.")
                        .next("Do not cancel the futures: interrupt their threads with shutdownNow, and look for the"
                                + " FAILED ones at the end."));

        List<Run> two = exam.runUnderSchedules(
                30, () -> printFailure(List.of(new Part("flight", ofSeconds(1), false, CANCELLING), SOLD_OUT, CAR)));
        for (Run run : two) {
            exam.claim(
                    "Of two failures at the same moment, one is thrown, and the other is suppressed.",
                    run.printedLast("SoldOutException, suppressed: 1")
                            .because("The flight and the hotel were sold out at the same moment.")
                            .next("Add the exceptions of all FAILED futures, except the thrown one.")
                            .and(run.leftNothingRunning()));
        }

        Run stopped = exam.runInterruptedAfter(ofMillis(500), () -> Booking.bookAll(List.of(FLIGHT, CAR)));
        exam.claim(
                "If the caller is interrupted at 0.5 s, everything is cancelled at 1 s.",
                stopped.printedAt(ofSeconds(1), "Cancelled flight")
                        .and(stopped.printedAt(ofSeconds(1), "Cancelled car"))
                        .and(stopped.threw(InterruptedException.class))
                        .and(stopped.leftNothingRunning())
                        .because("The caller was interrupted while it waited, and the bookings went on.")
                        .next("Put shutdownNow into finally: it runs after every exception."));
    }

    private static void printFailure(List<Part> parts) throws Exception {
        try {
            Booking.bookAll(parts);
        } catch (SoldOutException failure) {
            IO.println("SoldOutException, suppressed: " + failure.getSuppressed().length);
        }
    }

    private static Finding throwsItself(Run run) {
        return run.finds(
                run.thrown().filter(SoldOutException.class::isInstance).isPresent(),
                () -> "Expected SoldOutException, but "
                        + run.thrown()
                                .map(failure -> failure.getClass().getSimpleName() + " was thrown.")
                                .orElse("nothing was thrown."));
    }

    private static Finding suppressed(Run run, int expected) {
        List<String> messages = run.thrown().stream()
                .flatMap(failure -> Stream.of(failure.getSuppressed()))
                .map(other -> other.getClass().getSimpleName())
                .toList();
        return run.finds(
                messages.size() == expected,
                () -> "Expected " + (expected == 0 ? "no suppressed exception" : "one suppressed exception") + ", but "
                        + (messages.isEmpty()
                                ? "there was none."
                                : "there were: " + String.join(", ", messages) + "."));
    }
}
