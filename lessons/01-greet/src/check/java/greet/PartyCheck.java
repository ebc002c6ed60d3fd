package greet;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import greet.Party.Guest;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All pauses overlap, and the last line is printed only after all greetings have ended. */
public final class PartyCheck implements Check {
    private static final List<Guest> THREE = List.of(
            new Guest("Alice", ofSeconds(3)), new Guest("Bob", ofSeconds(1)), new Guest("Charlie", ofSeconds(2)));
    /** Numbers of threads or seconds that are hard-coded for three guests are wrong for these. */
    private static final List<Guest> NINE = IntStream.rangeClosed(1, 9)
            .mapToObj(number -> new Guest("Guest " + number, ofSeconds(number)))
            .toList();

    @Override
    public void check(Exam exam) {
        Run party = exam.run(() -> Party.greetAll(THREE));
        exam.claim(
                "greetAll returns when all greetings have ended.",
                party.leftNothingRunning()
                        .because("greetAll did not wait for them.")
                        .next("Wait for every thread that you start: join it, or close the executor with"
                                + " try-with-resources."));
        exam.claim(
                "Every guest gets a hello and a goodbye.",
                party.printedInAnyOrder(
                        "Hello, Alice!",
                        "Hello, Bob!",
                        "Hello, Charlie!",
                        "Goodbye, Alice!",
                        "Goodbye, Bob!",
                        "Goodbye, Charlie!",
                        "Everyone has been greeted."));
        exam.claim(
                "No guest waits for another guest.",
                party.printedAt(ZERO, "Hello, Bob!")
                        .and(party.printedAt(ZERO, "Hello, Charlie!"))
                        .because(() -> "Each guest waited until the previous one had left, so the party took "
                                + Run.seconds(party.elapsed()) + " instead of 3 s.")
                        .next("A pause blocks its thread. Give each guest a thread, start them all, and only then"
                                + " wait."));
        exam.claim(
                "Each pause has the right length: 1 s for Bob, 2 s for Charlie, 3 s for Alice.",
                party.printedAt(ofSeconds(1), "Goodbye, Bob!")
                        .and(party.printedAt(ofSeconds(2), "Goodbye, Charlie!"))
                        .and(party.printedAt(ofSeconds(3), "Goodbye, Alice!")));
        exam.claim(
                "The announcement is the last line.",
                party.printedLast("Everyone has been greeted.")
                        .because(
                                () -> party.timeOf("Everyone has been greeted.").equals(Optional.of(ofSeconds(3)))
                                        ? "It was printed at the right time only by luck, because it did not wait for"
                                                + " the greetings."
                                        : "It was printed without waiting for the greetings.")
                        .next("Print it where all greetings are certain to have ended: after join, or after the closing"
                                + " brace of try."));
        exam.claim(
                "The party takes 3 s, as long as its longest pause.",
                party.took(ofSeconds(3))
                        .because("The longest pause ends at 3 s.")
                        .next("Do not sleep for a time that seems long enough. Wait for the threads themselves."));

        Run large = exam.run(() -> Party.greetAll(NINE));
        exam.claim(
                "A party of nine takes 9 s, as long as its longest pause.",
                large.took(ofSeconds(9))
                        .and(large.leftNothingRunning())
                        .because(() -> large.elapsed().compareTo(ofSeconds(9)) < 0
                                ? "It did not wait for all nine guests."
                                : "It is right for three guests, but not for nine.")
                        .next(() -> large.elapsed().compareTo(ofSeconds(9)) < 0
                                ? "Join every thread, or count down from guests.size(), which is not always 3."
                                : "Every guest needs a thread, however many guests there are. Virtual threads cost next"
                                        + " to nothing."));
    }
}
