package lazyandforgotten;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Run;

/** The delivery runs in the background, and its exception is retrieved and reported. */
public final class PostcardCheck implements Check {

    @Override
    public void check(Exam exam) {
        Run alice = exam.run(() -> Postcard.send("Alice"));
        exam.claim(
                "You are at the beach at 0 s, while the card is on its way.",
                alice.printedAt(ZERO, "At the beach")
                        .because("get() blocks until the delivery has ended.")
                        .next("Submit first, go to the beach, and only then call get()."));
        exam.claim(
                "The failed delivery is reported.",
                alice.printedLine("Failed: no town on the card for Alice")
                        .because(() -> isReported(alice)
                                ? "The class name shows that it is the message of the ExecutionException, not of its"
                                        + " cause."
                                : "The exception is stored in the future, and only get() throws it, as the cause of an"
                                        + " ExecutionException.")
                        .next("Call get() on the future, catch ExecutionException, and print the message of its"
                                + " getCause()."));
        exam.claim(
                "It is reported at 2 s, and once.",
                alice.printedAt(ofSeconds(2), "Failed: no town on the card for Alice")
                        .because("The delivery fails after 2 s. Its future stores the exception, and get() throws it.")
                        .and(alice.printedInAnyOrder(
                                "At the beach", "Failed: no town on the card for Alice", "Home again"))
                        .next("Print the failure in the catch block around get(), and nowhere else."));
        exam.claim(
                "You are home after that.",
                alice.printedLast("Home again").and(alice.took(ofSeconds(2))).next("Call get() before you go home."));

        Run rome = exam.run(() -> Postcard.send("Alice, Rome"));
        exam.claim(
                "A successful delivery is not reported as failed.",
                rome.printed("At the beach", "Delivered to Alice, Rome", "Home again"));

        Run bob = exam.run(() -> Postcard.send("Bob"));
        exam.claim(
                "The message of the exception is printed, whatever it is.",
                bob.printed("At the beach", "Failed: no town on the card for Bob", "Home again")
                        .rightOnlyFor("Alice", "Bob"));
    }

    /** Whether the exception is reported at all, in any words. */
    private static boolean isReported(Run run) {
        return run.output().stream().anyMatch(line -> line.contains("no town on the card"));
    }
}
