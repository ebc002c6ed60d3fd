package scraper;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.Optional;
import scraper.Hotline.Company;

/** An early answer is printed at once. After the timeout, the wait ends, and the call is interrupted. */
public final class HotlineCheck implements Check {
    private static final Company BANK = new Company("bank", ofSeconds(3));
    /** Long enough for an interrupted thread of a pool to end its call. */
    private static final Duration A_MOMENT = ofMillis(1);

    private static final Company TAX_OFFICE = new Company("tax office", ofSeconds(60));

    @Override
    public void check(Exam exam) {
        Run bank = exam.run(() -> Hotline.call(BANK, ofSeconds(5)));
        exam.claim(
                "The bank answers at 3 s, before the timeout.",
                bank.printedAt(ofSeconds(3), "The bank answers")
                        .because(() -> bank.isEarly("No answer", ofSeconds(3))
                                ? "You stopped waiting at "
                                        + Run.seconds(bank.timeOf("No answer").orElseThrow())
                                        + ", although the timeout is 5 s."
                                : "The bank answered at 3 s, and there was nothing to wait for after that.")
                        .next(() -> bank.isEarly("No answer", ofSeconds(3))
                                ? "In get(time, unit), the number and its unit must belong together: toSeconds() and"
                                        + " SECONDS, or toMillis() and MILLISECONDS."
                                : "get(time, unit) returns as soon as the result exists, and throws a TimeoutException"
                                        + " if it does not exist in time."));

        Run office = exam.runAndWatch(A_MOMENT, () -> Hotline.call(TAX_OFFICE, ofSeconds(5)));
        exam.claim(
                "The tax office does not answer, and you stop waiting at 5 s.",
                threwNothing(office)
                        .and(office.printedAt(ofSeconds(5), "No answer")
                                .because(() -> office.timeOf("No answer").isPresent()
                                        ? "The closing brace of try waits until the call has ended."
                                        : "get() waits for the answer, however long that takes.")
                                .next("Use get(timeout.toMillis(), MILLISECONDS), and catch the TimeoutException inside"
                                        + " the try of the executor.")));
        exam.claim(
                "Then you hang up.",
                office.leftNothingRunning()
                        .because("Cancelling a CompletableFuture does not interrupt its thread, and an executor that is"
                                + " not closed does not wait for it.")
                        .next("Call cancel(true) on the future of submit, and close the executor.")
                        .and(hangsUpAt(office, ofSeconds(5))));
        exam.claim("The call takes 5 s in total.", office.took(ofSeconds(5)));

        Run impatient = exam.runAndWatch(A_MOMENT, () -> Hotline.call(BANK, ofSeconds(2)));
        exam.claim(
                "With a timeout of 2 s, the bank is too slow.",
                threwNothing(impatient)
                        .and(impatient.printedAt(ofSeconds(2), "No answer"))
                        .and(hangsUpAt(impatient, ofSeconds(2)))
                        .and(impatient.took(ofSeconds(2)))
                        .because("It is right for a timeout of 5 s, but not for one of 2 s.")
                        .next("Wait as long as the parameter timeout says."));
    }

    private static Finding threwNothing(Run run) {
        return run.finds(
                        run.thrown().isEmpty(),
                        () -> "Expected \"No answer\", but call threw "
                                + Run.described(run.thrown().orElseThrow()) + ".")
                .next("Catch the TimeoutException, cancel the call, and print \"No answer\".");
    }

    private static Finding hangsUpAt(Run run, Duration moment) {
        return run.finds(
                        run.timeOf("You hang up").equals(Optional.of(moment)),
                        () -> "Expected \"You hang up\" at " + Run.seconds(moment)
                                + ", but the call was not interrupted. The timeout ends only the wait in get().")
                .next("Call cancel(true) on the future of submit. cancel(false) does not interrupt the thread.");
    }
}
