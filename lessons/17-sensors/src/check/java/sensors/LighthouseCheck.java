package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import sensors.Lighthouse.Lamp;

/** Each flash is at its moment, whatever time the lamp needs, and also after a flash that took longer than a period. */
public final class LighthouseCheck implements Check {

    private static final String GRID = "Compute the moment of each flash from the start: start + number * period. Then"
            + " sleep for the time that is left until that moment.";

    @Override
    public void check(Exam exam) {
        Run five = exam.runAndWatch(ofSeconds(30), () -> Lighthouse.shine(5, ofSeconds(2), lamp(n -> ofMillis(300))));
        exam.claim(
                "The lighthouse flashes at 2, 4, 6, 8 and 10 s.",
                flashes(five, 5, ofSeconds(2))
                        .because(() -> five.isEarly("(flash 1)", ofSeconds(2))
                                ? "The first flash is due after one period."
                                : "Each flash took 0.3 s. If you sleep for a whole period after it, all later ones are"
                                        + " later, too.")
                        .next(GRID));
        exam.claim(
                "It flashes no more than five times.",
                five.finds(
                                count(five) == 5,
                                () -> "Expected no more than 5 flashes, but there were " + count(five) + ".")
                        .next("Stop after the last flash. A periodic task runs until you cancel it, or shut down its"
                                + " pool."));
        exam.claim(
                "shine returns after the last flash, at 10.3 s.",
                five.took(ofMillis(10_300))
                        .and(five.leftNothingRunning())
                        .next("Wait for the last flash, and end all threads."));

        Run six = exam.run(() -> Lighthouse.shine(6, ofMillis(700), lamp(number -> ofMillis(100L * number))));
        exam.claim(
                "Another one flashes six times, every 0.7 s, and each flash is longer than the last one.",
                flashes(six, 6, ofMillis(700)).rightOnlyFor("five flashes of 0.3 s", "six"));

        Run slow =
                exam.run(() -> Lighthouse.shine(5, ofSeconds(2), lamp(number -> ofMillis(number == 2 ? 3_000 : 300))));
        exam.claim(
                "A flash takes 3 s. The next one follows at once, at 7 s.",
                slow.printedAt(ofSeconds(7), "(flash 3)")
                        .because(() -> slow.isEarly("(flash 3)", ofSeconds(7))
                                ? "There is one lamp, and it was flashing until 7 s."
                                : "It was due at 6 s, so at 7 s it is late already.")
                        .next("Sleep until the next flash is due. If that moment has passed, do not sleep at all."));
        exam.claim(
                "The flashes after that are at 8 and 10 s again.",
                slow.printedAt(ofSeconds(8), "(flash 4)")
                        .and(slow.printedAt(ofSeconds(10), "(flash 5)"))
                        .because("The long flash has shifted all that came after it.")
                        .next(GRID));
    }

    /** A lamp that prints each flash. */
    private static Lamp lamp(IntFunction<Duration> takes) {
        return number -> {
            IO.println("(flash " + number + ")");
            Thread.sleep(takes.apply(number));
        };
    }

    private static Finding flashes(Run run, int flashes, Duration period) {
        return IntStream.rangeClosed(1, flashes)
                .mapToObj(number -> run.printedAt(period.multipliedBy(number), "(flash " + number + ")"))
                .reduce(Finding::and)
                .orElseThrow();
    }

    private static long count(Run run) {
        return run.output().stream().filter(line -> line.startsWith("(flash ")).count();
    }
}
