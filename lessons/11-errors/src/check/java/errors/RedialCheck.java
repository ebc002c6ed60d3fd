package errors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import errors.Redial.BusyException;
import errors.Redial.Line;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.concurrent.atomic.AtomicInteger;

/** The phone dials at 0, 1, 3 and 7 s, gives up after the last attempt, and dials again only if the line is busy. */
public final class RedialCheck implements Check {

    @Override
    public void check(Exam exam) {
        Run third = exam.run(() -> IO.println(Redial.call(busy(2), 4)));
        exam.claim(
                "It dials at 0 s, and again at 1 s.",
                third.printedAt(ofSeconds(0), "Dialling 1")
                        .and(third.printedAt(ofSeconds(1), "Dialling 2"))
                        .because("The line was busy at 0 s.")
                        .next("Pause for 1 s before the second attempt."));
        exam.claim(
                "The second pause is 2 s.",
                third.printedAt(ofSeconds(3), "Dialling 3")
                        .because("The second attempt was at 1 s.")
                        .next("Each pause is twice as long as the one before."));
        exam.claim(
                "The answer is returned at once.", third.printedLast("Hello?").and(third.took(ofSeconds(3))));

        Run four = exam.runThatMayFail(() -> Redial.call(busy(6), 4));
        exam.claim(
                "If the line is always busy, it gives up after four attempts.",
                attempts(four, 4).next("Count the attempts. Between four attempts there are three pauses."));
        exam.claim(
                "Then it throws the BusyException of the last one.",
                throwsBusyException(four)
                        .because("The caller must know that nobody has answered.")
                        .next("Throw the exception that you have caught."));
        exam.claim(
                "There is no pause after the last attempt.",
                four.took(ofSeconds(7)).because("The attempts are at 0, 1, 3 and 7 s."));

        Run one = exam.runThatMayFail(() -> Redial.call(busy(6), 1));
        exam.claim(
                "A single attempt has no pause.",
                attempts(one, 1).and(one.took(ofSeconds(0))).and(throwsBusyException(one)));

        Run unknown = exam.runThatMayFail(() -> Redial.call(unknownNumber(), 4));
        exam.claim(
                "A wrong number is dialled once.",
                attempts(unknown, 1)
                        .because("There is no such number, and there will be none a second later.")
                        .next("Catch the BusyException only.")
                        .and(unknown.threw(IllegalArgumentException.class)));

        Run stopped = exam.runInterruptedAfter(ofMillis(1_500), () -> Redial.call(busy(6), 4));
        exam.claim(
                "A caller that is interrupted during a pause dials no more.",
                stopped.threw(InterruptedException.class)
                        .and(attempts(stopped, 2))
                        .and(stopped.took(ofMillis(1_500)))
                        .and(stopped.leftNothingRunning())
                        .because("The caller was interrupted at 1.5 s.")
                        .next("Do not catch InterruptedException: the method declares it."));
    }

    /** A line that is busy for this many attempts. */
    private static Line busy(int times) {
        var attempts = new AtomicInteger();
        return () -> {
            int attempt = attempts.incrementAndGet();
            IO.println("Dialling " + attempt);
            if (attempt <= times) {
                throw new BusyException();
            }
            return "Hello?";
        };
    }

    private static Line unknownNumber() {
        return () -> {
            IO.println("Dialling");
            throw new IllegalArgumentException("there is no such number");
        };
    }

    private static Finding attempts(Run run, int expected) {
        long attempts = run.output().stream()
                .filter(line -> line.startsWith("Dialling"))
                .count();
        return run.finds(
                attempts == expected,
                () -> "Expected " + expected + (expected == 1 ? " attempt" : " attempts") + ", but there "
                        + (attempts == 1 ? "was 1." : "were " + attempts + "."));
    }

    private static Finding throwsBusyException(Run run) {
        return run.finds(
                run.thrown().filter(BusyException.class::isInstance).isPresent(),
                () -> "Expected BusyException, but "
                        + run.thrown()
                                .map(failure -> failure.getClass().getSimpleName() + " was thrown.")
                                .orElse("nothing was thrown."));
    }
}
