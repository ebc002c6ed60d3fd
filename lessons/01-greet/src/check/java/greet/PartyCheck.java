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
import java.util.stream.Stream;

/** The pauses overlap, and whoever says that all is done has waited for all. */
public final class PartyCheck implements Check {
    private static final List<Guest> THREE = List.of(
            new Guest("Alice", ofSeconds(3)), new Guest("Bob", ofSeconds(1)), new Guest("Charlie", ofSeconds(2)));
    /** No number of threads or seconds that somebody has written down for three guests is right for these. */
    private static final List<Guest> SEVEN = IntStream.rangeClosed(1, 7)
            .mapToObj(number -> new Guest("Guest " + number, ofSeconds(number)))
            .toList();

    @Override
    public void check(Exam exam) {
        Run party = exam.run(() -> Party.greetAll(THREE));
        exam.claim(
                "greetAll comes back when nothing of it is left running.",
                party.leftNothingRunning()
                        .because("Nobody waited for them.")
                        .next("Wait for what you have started: join the threads, or close the executor"
                                + " (try-with-resources)."));
        exam.claim(
                "Everybody is told hello and goodbye.",
                party.printedInAnyOrder(
                        "Hello, Alice!",
                        "Hello, Bob!",
                        "Hello, Charlie!",
                        "Goodbye, Alice!",
                        "Goodbye, Bob!",
                        "Goodbye, Charlie!",
                        "Everyone has been greeted."));
        exam.claim(
                "Nobody waits for the hello of another.",
                party.finds(
                                isAtOnce(party),
                                () -> "Bob's hello came at "
                                        + party.timeOf("Hello, Bob!")
                                                .map(Run::seconds)
                                                .orElse("no time") + " and all took " + Run.seconds(party.elapsed())
                                        + " of virtual time; three pauses at once should take 3 s: a guest waits until"
                                        + " the one before has gone.")
                        .next("A pause holds its thread. Give each guest a thread, start them all first, and only"
                                + " then wait."));
        exam.claim(
                "A pause ends when it should: Bob's after 1 s, Charlie's after 2, Alice's after 3.",
                party.printedAt(ofSeconds(1), "Goodbye, Bob!")
                        .and(party.printedAt(ofSeconds(2), "Goodbye, Charlie!"))
                        .and(party.printedAt(ofSeconds(3), "Goodbye, Alice!")));
        exam.claim(
                "That everyone has been greeted is said last.",
                party.printedLast("Everyone has been greeted.")
                        .because(
                                () -> party.timeOf("Everyone has been greeted.").equals(Optional.of(ofSeconds(3)))
                                        ? "It came at the right time only by chance: nobody waited for the greetings."
                                        : "You said it without waiting for the greetings.")
                        .next("Say it where you know that all greetings have ended: after the join, or behind the"
                                + " closed executor."));
        exam.claim(
                "The party takes 3 s, as long as its longest pause.",
                party.took(ofSeconds(3))
                        .because("The longest pause is over at 3 s.")
                        .next("Do not sleep for a time that seems long enough: wait for the threads themselves."));

        Run large = exam.run(() -> Party.greetAll(SEVEN));
        exam.claim(
                "A party of seven takes as long as its longest pause: 7 s.",
                large.leftNothingRunning()
                        .and(large.took(ofSeconds(7)))
                        .because(() -> large.elapsed().compareTo(ofSeconds(7)) < 0
                                ? "So it was right for three only by chance: nobody waited for them."
                                : "So it was right for three guests, and is not for seven.")
                        .next("Every guest needs a thread for each pause, however many come: virtual threads cost"
                                + " next to nothing."));
    }

    private static boolean isAtOnce(Run party) {
        return Stream.of("Hello, Bob!", "Hello, Charlie!")
                .allMatch(hello -> party.timeOf(hello).equals(Optional.of(ZERO)));
    }
}
