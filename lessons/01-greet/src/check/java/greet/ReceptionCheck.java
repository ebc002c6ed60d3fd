package greet;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Run;
import java.util.List;
import java.util.stream.IntStream;

/** Every guest has a thread, however many guests there are. */
public final class ReceptionCheck implements Check {
    private static final List<String> MANY =
            IntStream.rangeClosed(1, 101).mapToObj(number -> "Guest " + number).toList();
    private static final List<String> EIGHT =
            IntStream.rangeClosed(1, 8).mapToObj(number -> "Guest " + number).toList();

    @Override
    public void check(Exam exam) {
        Run three = exam.run(() -> Reception.greetAll(List.of("Alice", "Bob", "Charlie"), ofSeconds(1)));
        exam.claim(
                "greetAll returns when all threads have ended.",
                three.leftNothingRunning().next("Close the pool with try-with-resources."));
        exam.claim(
                "Every guest gets a hello and a goodbye.",
                three.printedInAnyOrder(
                        "Hello, Alice!",
                        "Hello, Bob!",
                        "Hello, Charlie!",
                        "Goodbye, Alice!",
                        "Goodbye, Bob!",
                        "Goodbye, Charlie!"));
        exam.claim(
                "Every pause takes 1 s.",
                three.printedAt(ofSeconds(1), "Goodbye, Alice!")
                        .next("Do not shorten the pause. Let the pauses overlap."));
        exam.claim(
                "No guest waits for another guest.",
                three.printedAt(ZERO, "Hello, Bob!")
                        .and(three.printedAt(ZERO, "Hello, Charlie!"))
                        .because("A pause blocks its thread, and no other thread was free.")
                        .next("The pool needs one thread per guest, and all greetings must have started before you wait"
                                + " for one."));
        exam.claim("Three guests take 1 s.", three.took(ofSeconds(1)));

        Run eight = exam.run(() -> Reception.greetAll(EIGHT, ofSeconds(2)));
        exam.claim(
                "Eight guests take 2 s, as long as one pause.",
                eight.took(ofSeconds(2))
                        .and(eight.leftNothingRunning())
                        .because("It is right for three guests, but not for eight.")
                        .next("The size of the pool depends on the number of guests."));

        Run many = exam.run(() -> Reception.greetAll(MANY, ofSeconds(2)));
        exam.claim(
                "A hundred and one guests take 2 s, too.",
                many.took(ofSeconds(2))
                        .and(many.leftNothingRunning())
                        .because("It is right for eight guests, but not for 101.")
                        .next("The size of the pool depends on the number of guests."));
    }
}
