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

/** Prepared is not begun; begun at once; and no failure is lost. */
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
        exam.claim("No rocket is lit before the speech is over.", notBefore(show));
        exam.claim("Then all are lit at once.", atOnce(show));
        exam.claim(
                "The show comes back when nothing of it is in the air.",
                show.leftNothingRunning()
                        .because("Nobody waited for them.")
                        .next("Join the threads, or close the executor: then ask how it went."));
        exam.claim(
                "That Green is wet is told.",
                show.printedLine("Failed: Green is wet")
                        .because(() -> isTold(show)
                                ? "It is told, and in other words."
                                : "Its future knows, and nobody asks it.")
                        .next(
                                isTold(show)
                                        ? "get() throws an ExecutionException, which wraps the failure: print"
                                                + " \"Failed: \" and failed.getCause().getMessage()."
                                        : "Keep what submit gives you, and get() it: that is where a failure is"
                                                + " thrown, not where it was started. What comes is an"
                                                + " ExecutionException, with the failure as its cause."));
        exam.claim(
                "Every line is there.",
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
                "The show is over when all have burst or failed: at 8 s.",
                show.printedLast("The show is over")
                        .and(show.took(ofSeconds(8)))
                        .because("The longest fuse ends 3 s after the speech."));

        Run large = exam.run(() -> Fireworks.show(FIVE, ofSeconds(1)));
        exam.claim(
                "Of five, all three that are wet are told.",
                everyFailure(large)
                        .next("Ask every one of them, whatever the others said: the catch belongs inside the loop."));
        exam.claim(
                "None of the five had to wait for a thread.",
                large.finds(
                                large.timeOf("Rocket 5 is lit").equals(Optional.of(ofSeconds(1))),
                                () -> "Not all five were lit at once: Rocket 5 was lit at "
                                        + large.timeOf("Rocket 5 is lit")
                                                .map(Run::seconds)
                                                .orElse("no time") + ", when a thread was free.")
                        .next("A pool, and that of supplyAsync is one, has only so many threads. Virtual threads are"
                                + " as many as you need: newVirtualThreadPerTaskExecutor()."));
        exam.claim(
                "The other two burst, and the show takes 7 s.",
                large.printedAt(ofSeconds(6), "Rocket 2 bursts")
                        .and(large.printedAt(ofSeconds(4), "Rocket 4 bursts"))
                        .and(large.leftNothingRunning())
                        .and(large.took(ofSeconds(7))));
    }

    /** In whatever words. */
    private static boolean isTold(Run show) {
        return show.output().stream().anyMatch(line -> line.startsWith("Failed") || line.contains("Green is wet"));
    }

    private static Finding notBefore(Run show) {
        Optional<Duration> red = show.timeOf("Red is lit");
        return show.finds(
                        red.isPresent(),
                        () -> "Red was never lit. It was described what it should do, and nobody did it:"
                                + " run() of a virtual thread does nothing, and a Callable is done when it is called.")
                .next("Start what you have prepared: start() a thread, submit a Callable.")
                .and(show.finds(
                                red.isEmpty() || red.get().compareTo(SPEECH) >= 0,
                                () -> "Red was lit at "
                                        + Run.seconds(red.orElseThrow())
                                        + ", and the speech ends at 5 s: submit and supplyAsync do not prepare, they"
                                        + " start.")
                        .next("Before the speech, make Callables and give them to nobody. They are lazy: submit them"
                                + " when the speech is over."));
    }

    private static Finding atOnce(Run show) {
        return Stream.of("Red", "Green", "Blue")
                .map(name -> litAfterSpeech(show, name))
                .reduce(Finding::and)
                .orElseThrow();
    }

    private static Finding litAfterSpeech(Run show, String name) {
        Optional<Duration> lit = show.timeOf(name + " is lit");
        return show.finds(
                        lit.equals(Optional.of(SPEECH)),
                        () -> lit.map(at -> name + " was lit at " + Run.seconds(at))
                                        .orElse(name + " was never lit") + "; wanted: at 5 s, all at once.")
                .next("A rocket holds its thread while it flies: give each a thread, start all, and only then ask.");
    }

    private static Finding everyFailure(Run large) {
        return Stream.of(1, 3, 5)
                .map(number -> "Failed: Rocket " + number + " is wet")
                .map(line -> large.finds(large.timeOf(line).isPresent(), () -> "It did not print \"" + line + "\"."))
                .reduce(Finding::and)
                .orElseThrow();
    }
}
