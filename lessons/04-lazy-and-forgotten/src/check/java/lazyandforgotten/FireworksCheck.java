package lazyandforgotten;

import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lazyandforgotten.Fireworks.Rocket;

/** No rocket starts before the speech has ended, all start together, and no exception is lost. */
public final class FireworksCheck implements Check {
    private static final Duration SPEECH = ofSeconds(5);
    private static final List<Rocket> THREE = List.of(
            new Rocket("Red", ofSeconds(2), true),
            new Rocket("Green", ofSeconds(1), false),
            new Rocket("Blue", ofSeconds(3), true));
    /** The first, the third and the fifth are wet. */
    private static final List<Rocket> FIVE = IntStream.rangeClosed(1, 5)
            .mapToObj(number -> new Rocket("Rocket " + number, ofSeconds(7 - number), number % 2 == 0))
            .toList();

    @Override
    public void check(Exam exam) {
        Run show = exam.run(() -> Fireworks.show(THREE, SPEECH));
        exam.claim("No rocket is lit before the speech has ended.", notBefore(show));
        exam.claim("Then all rockets are lit at the same time.", atOnce(show));
        exam.claim(
                "show returns when no rocket is in the air.",
                show.leftNothingRunning()
                        .because("show did not wait for them.")
                        .next("Join the threads, or close the executor."));
        exam.claim(
                "The failure of Green is reported.",
                show.printedLine("Failed: Green is wet")
                        .because(() -> isReported(show)
                                ? "The failure is reported, but with different words."
                                : "The exception is stored in a future, and was never retrieved.")
                        .next(
                                isReported(show)
                                        ? "get() throws an ExecutionException that wraps the exception. Print"
                                                + " \"Failed: \" and failed.getCause().getMessage()."
                                        : "Keep the future that submit returns, and call get(). The exception is"
                                                + " thrown there, not where the work was submitted."));
        exam.claim(
                "Every line is printed, and only once.",
                show.printedInAnyOrder(
                        "Ladies and gentlemen ...",
                        "Light them!",
                        "Red is lit",
                        "Green is lit",
                        "Blue is lit",
                        "Red bursts",
                        "Blue bursts",
                        "Failed: Green is wet",
                        "The show is over"));
        exam.claim(
                "The show ends at 8 s, when every rocket has burst or failed.",
                show.printedLast("The show is over")
                        .and(show.took(ofSeconds(8)))
                        .because("The longest fuse burns for 3 s after the speech."));

        Run large = exam.run(() -> Fireworks.show(FIVE, ofSeconds(1)));
        exam.claim(
                "With five rockets, all three failures are reported.",
                everyFailure(large)
                        .next("Call get() on every future, even after a failure: put try and catch inside the for"
                                + " loop."));
        exam.claim(
                "None of the five waits for a thread.",
                large.printedAt(ofSeconds(1), "Rocket 5 is lit")
                        .because("It had to wait for a free thread.")
                        .next("A pool has a fixed number of threads, and so has the common pool of supplyAsync. Use"
                                + " newVirtualThreadPerTaskExecutor()."));
        exam.claim(
                "The other two rockets burst, and the show takes 7 s.",
                large.printedAt(ofSeconds(6), "Rocket 2 bursts")
                        .and(large.printedAt(ofSeconds(4), "Rocket 4 bursts"))
                        .and(large.leftNothingRunning())
                        .and(large.took(ofSeconds(7))));
    }

    /** Whether the failure is reported at all, in any words. */
    private static boolean isReported(Run show) {
        return show.output().stream().anyMatch(line -> line.startsWith("Failed") || line.contains("Green is wet"));
    }

    private static Finding notBefore(Run show) {
        Optional<Duration> red = show.timeOf("Red is lit");
        return show.finds(
                        red.isPresent(),
                        () -> "Expected \"Red is lit\" at 5 s, but it was never printed. The flight was prepared,"
                                + " but not started: run() of a virtual thread does nothing.")
                .next("Start the prepared flights: call start() on a thread, or submit a Callable.")
                .and(show.finds(
                                red.isEmpty() || red.get().compareTo(SPEECH) >= 0,
                                () -> "Expected \"Red is lit\" at 5 s, but it was printed at "
                                        + Run.seconds(red.orElseThrow())
                                        + ", during the speech. submit and supplyAsync start the work at once.")
                        .next("Before the speech, only create the Callables: they are lazy. Submit them after the"
                                + " speech."));
    }

    private static Finding atOnce(Run show) {
        return Stream.of("Red", "Green", "Blue")
                .map(name -> litAfterSpeech(show, name))
                .reduce(Finding::and)
                .orElseThrow();
    }

    private static Finding litAfterSpeech(Run show, String name) {
        return show.printedAt(SPEECH, name + " is lit")
                .next("A rocket blocks its thread while it flies. Give each one a thread, start them all, and only"
                        + " then call get().");
    }

    private static Finding everyFailure(Run large) {
        return Stream.of(1, 3, 5)
                .map(number -> "Failed: Rocket " + number + " is wet")
                .map(large::printedLine)
                .reduce(Finding::and)
                .orElseThrow();
    }
}
