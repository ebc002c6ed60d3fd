package contextmanager;

import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;

/** The key is given back once, after the swim, whatever happens during the swim. */
public final class LockerCheck implements Check {
    private static final String INTERRUPT_LOST = "The interrupt is lost";

    @Override
    public void check(Exam exam) {
        Run slip = exam.runThatMayFail(() -> Locker.visit(7, ofSeconds(2), true));
        exam.claim(
                "The key is given back when you slip.",
                givenBack(slip, 7, "after you slipped at 2 s")
                        .because("The exception skipped the rest of the method.")
                        .next("Take the key in the parentheses of try (...), and swim inside the braces."));
        exam.claim(
                "It is given back once.",
                slip.finds(
                                count(slip, 7) == 1,
                                () -> "Expected \"Gave key 7 back\" once, but it was printed " + count(slip, 7)
                                        + " times.")
                        .next("try-with-resources calls close(), so remove your own call."));
        exam.claim(
                "It is given back after the swim, at 2 s.",
                slip.printedAt(ofSeconds(2), back(7))
                        .because("You were in the water until 2 s.")
                        .next("try closes the key at its closing brace: swim inside the braces."));
        exam.claim(
                "The caller learns that you slipped.",
                slip.threw(IllegalStateException.class)
                        .because("An exception that is caught and not thrown again is lost, and so is one that meets a"
                                + " return in finally.")
                        .next("Let the exception pass: try-with-resources needs neither catch nor finally."));

        Run swim = exam.run(() -> Locker.visit(3, ofSeconds(4), false));
        exam.claim(
                "A visit without an accident gives the key back, too.",
                givenBack(swim, 3, "after a swim of 4 s")
                        .and(swim.printedAt(ofSeconds(4), "Out of the water"))
                        .and(swim.printedAt(ofSeconds(4), back(3))));

        Run interrupted = exam.runInterruptedAfter(ofSeconds(1), () -> {
            Locker.visit(5, ofSeconds(4), false);
            if (!Thread.currentThread().isInterrupted()) {
                IO.println(INTERRUPT_LOST);
            }
        });
        exam.claim(
                "The key is given back after an interrupt.",
                givenBack(interrupted, 5, "after an interrupt at 1 s")
                        .because("Code for one kind of exception misses all others, such as an InterruptedException.")
                        .next("Use try-with-resources, which closes the key after every exception."));
        exam.claim(
                "The caller receives the InterruptedException.",
                interrupted
                        .finds(
                                !interrupted.output().contains(INTERRUPT_LOST),
                                () -> "Expected InterruptedException, but visit returned as if nothing had happened.")
                        .because("An interrupt is a request to stop, and the caller must stop, too.")
                        .next("Do not catch the InterruptedException. visit declares it."));
    }

    private static Finding givenBack(Run run, int number, String event) {
        return run.finds(
                count(run, number) > 0,
                () -> "Expected \"" + back(number) + "\" " + event + ", but it was never printed.");
    }

    private static long count(Run run, int number) {
        return run.output().stream().filter(back(number)::equals).count();
    }

    private static String back(int number) {
        return "Gave key " + number + " back";
    }
}
