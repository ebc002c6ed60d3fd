package greet;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import greet.Farewell.Guest;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The pauses overlap, and the goodbyes are printed in the order of the list, under every schedule. */
public final class FarewellCheck implements Check {
    private static final int SCHEDULES = 20;
    private static final List<Guest> THREE = List.of(
            new Guest("Alice", ofSeconds(3)), new Guest("Bob", ofSeconds(1)), new Guest("Charlie", ofSeconds(2)));
    /** Neither in the order of the alphabet nor of the pauses. */
    private static final List<Guest> FIVE = IntStream.rangeClosed(1, 5)
            .mapToObj(number -> new Guest("Guest " + (6 - number), ofSeconds(6 - number)))
            .toList();

    @Override
    public void check(Exam exam) {
        Run three = exam.run(() -> Farewell.greetAll(THREE));
        exam.claim(
                "All guests are greeted at 0 s.",
                three.printedAt(ZERO, "Hello, Bob!")
                        .and(three.printedAt(ZERO, "Hello, Charlie!"))
                        .because("Each guest waited for the one before.")
                        .next("Start all greetings, each on its own thread, before you wait for the first."));
        exam.claim(
                "Every guest gets one goodbye.",
                three.printedInAnyOrder(
                                "Hello, Alice!",
                                "Hello, Bob!",
                                "Hello, Charlie!",
                                "Goodbye, Alice!",
                                "Goodbye, Bob!",
                                "Goodbye, Charlie!")
                        .because(() -> three.output().stream().anyMatch(line -> line.startsWith("Goodbye, java."))
                                ? "You printed the future. get() returns the name."
                                : "")
                        .next("Remove the goodbye from the greeting, and print it in the for statement. get() returns"
                                + " the name."));
        exam.claim(
                "The goodbyes are printed in the order of the list.",
                inOrder(three, THREE)
                        .because("The shortest pause ended first.")
                        .next("Print the goodbye after get(), in the order of the futures."));
        exam.claim("No goodbye is printed before the pause of the guest has ended.", notBeforeEndOfPause(three));
        exam.claim("The party takes 3 s, as long as the longest pause.", three.took(ofSeconds(3)));
        exam.claim(
                "The order is the same under every schedule.",
                exam.runUnderSchedules(SCHEDULES, () -> Farewell.greetAll(THREE)).stream()
                        .map(run -> inOrder(run, THREE))
                        .reduce(Finding::and)
                        .orElseThrow()
                        .because("The scheduler chose another thread first: your order is luck.")
                        .next("Let one thread print all goodbyes, after get()."));

        Run five = exam.run(() -> Farewell.greetAll(FIVE));
        exam.claim(
                "Five guests leave in the order of the list, after 5 s.",
                inOrder(five, FIVE)
                        .because("It is right for three guests, but not for five.")
                        .next("Call get() in the order of the list. Do not sort the names.")
                        .and(FIVE.stream()
                                .map(guest -> five.printedAt(ZERO, "Hello, " + guest.name() + "!"))
                                .reduce(Finding::and)
                                .orElseThrow()
                                .and(five.took(ofSeconds(5)))
                                .because("It is right for three guests, but not for five.")
                                .next("Each guest needs a thread. A parallel stream or a pool of a fixed size has too"
                                        + " few.")));
    }

    private static Finding notBeforeEndOfPause(Run run) {
        Duration goodbye = run.timeOf("Goodbye, Alice!").orElse(ZERO);
        return run.finds(
                        goodbye.compareTo(ofSeconds(3)) >= 0,
                        () -> "Expected \"Goodbye, Alice!\" at 3 s or later, but it was printed at "
                                + Run.seconds(goodbye) + ".")
                .next("Print the goodbye after get(), which waits for the greeting.");
    }

    private static Finding inOrder(Run run, List<Guest> guests) {
        List<String> expected = guests.stream().map(Guest::name).toList();
        List<String> actual = run.output().stream()
                .filter(line -> line.startsWith("Goodbye, "))
                .map(line -> line.substring("Goodbye, ".length(), line.length() - 1))
                .toList();
        return run.finds(
                actual.equals(expected),
                () -> "Expected the goodbyes in the order " + String.join(", ", expected) + ", but the order was "
                        + String.join(", ", actual) + ".");
    }
}
