package sensors;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import sensors.Observatory.Instrument;

/**
 * Each instrument has its own grid, counts what it misses, and survives failures. Reports show the latest value and its
 * age.
 */
public final class ObservatoryCheck implements Check {

    private static final int SCHEDULES = 60;

    private static final String OWN_THREAD =
            "Give each instrument a thread or a task of its own, and compute its moments from the start.";

    @Override
    public void check(Exam exam) {
        twoInstruments(exam);
        slowReading(exam);
        failures(exam);
        otherNumbers(exam);
        valueAndAge(exam);
    }

    private static void twoInstruments(Exam exam) {
        Run run = exam.run(() -> Observatory.observe(
                List.of(
                        instrument("wind", ofSeconds(1), reading -> ofMillis(100)),
                        instrument("rain", ofSeconds(3), reading -> ofMillis(2_200))),
                ofSeconds(9),
                ofSeconds(2)));
        exam.claim(
                "The wind is read at each second, from 1 s to 9 s.",
                readings(run, "wind", ofSeconds(1), 9)
                        .because(() -> run.timeOf("(wind 2)").equals(Optional.of(ofMillis(2_100)))
                                ? "A reading takes 0.1 s. If you sleep for a whole period after it, all later ones are"
                                        + " later, too."
                                : run.timeOf("(wind 8)").equals(Optional.of(ofSeconds(8)))
                                        ? "The last reading is due at the end, at 9 s."
                                        : "A reading of the wind takes 0.1 s. It waited for another instrument, or was"
                                                + " not due at its own moment.")
                        .next("Sleep until the next moment of the grid. " + OWN_THREAD));
        exam.claim(
                "The rain is read at 3, 6 and 9 s, and each reading takes 2.2 s.",
                readings(run, "rain", ofSeconds(3), 3).next(OWN_THREAD));
        exam.claim(
                "Reports show the latest value of each instrument, and its age.",
                report(run, ofSeconds(2), "Report: wind 1, 900 ms old; rain not read yet")
                        .and(report(run, ofSeconds(4), "Report: wind 3, 900 ms old; rain not read yet"))
                        .and(report(run, ofSeconds(6), "Report: wind 5, 900 ms old; rain 1, 800 ms old"))
                        .and(report(run, ofSeconds(8), "Report: wind 7, 900 ms old; rain 1, 2800 ms old"))
                        .because("The latest reading of the wind at 2 s has ended at 1.1 s, and that at 4 s at 3.1 s.")
                        .next("Keep the latest value, and the moment at which its reading has ended."));
        exam.claim(
                "At the end, the readings of each instrument are counted.",
                numbers(run, "wind: 9 readings, 0 missed, 0 failed")
                        .and(numbers(run, "rain: 3 readings, 0 missed, 0 failed"))
                        .because("The last reading of the rain begins at 9 s, and ends at 11.2 s.")
                        .next("Wait for the last reading of each instrument before you print the numbers."));
        exam.claim(
                "observe returns when the last reading has ended.",
                run.took(ofMillis(11_200)).and(run.leftNothingRunning()));
    }

    private static void slowReading(Exam exam) {
        Run run = exam.run(() -> Observatory.observe(
                List.of(instrument("gauge", ofSeconds(1), reading -> ofMillis(reading == 2 ? 4_300 : 100))),
                ofSeconds(9),
                ofSeconds(5)));
        exam.claim(
                "One reading takes from 2 s to 6.3 s. The one that was due at 3 s then begins at once.",
                run.printedAt(ofMillis(6_300), "(gauge 3)")
                        .because("It was late already.")
                        .next("Do not wait for another moment: a late reading is better than none."));
        exam.claim(
                "The next one is at 7 s.",
                run.printedAt(ofSeconds(7), "(gauge 4)")
                        .because(() -> run.isEarly("(gauge 4)", ofSeconds(7))
                                ? "Those of 4, 5 and 6 s were missed, but all missed readings were made up for."
                                : "The late reading began at 6.3 s. From there, you have started a new grid.")
                        .next("The next reading is due at the first moment of the grid that has not passed."));
        exam.claim(
                "Three readings were missed, and each is counted once.",
                numbers(run, "gauge: 6 readings, 3 missed, 0 failed")
                        .because("The readings of 4 s and 5 s never happened. That of 3 s was late, and those from 6 s"
                                + " on were on time.")
                        .next("Count the moments that have passed between the late reading's own moment and now."));
    }

    private static void failures(Exam exam) {
        Run run = exam.runThatMayFail(
                () -> Observatory.observe(List.of(failing("heat", ofSeconds(1), 3, 6)), ofSeconds(9), ofMillis(1_500)));
        exam.claim(
                "Readings 3 to 6 fail. The instrument is still read at each second.",
                readings(run, "heat", ofSeconds(1), 9)
                        .because(() -> run.thrown()
                                .map(thrown -> "observe threw " + Run.described(thrown) + ".")
                                .orElse("The exception ended the instrument. It was stored in a future, or a periodic"
                                        + " task was cancelled, and nothing was printed."))
                        .next("Catch every exception of a reading, count it, and continue."));
        exam.claim(
                "The value of reading 2 gets older, and is too old after three periods.",
                report(run, ofMillis(1_500), "Report: heat 1, 400 ms old")
                        .and(report(run, ofMillis(4_500), "Report: heat 2, 2400 ms old"))
                        .and(report(run, ofSeconds(6), "Report: heat too old"))
                        .and(report(run, ofMillis(7_500), "Report: heat 7, 400 ms old"))
                        .because("The reading of 2 s was the last one that did not fail. At 6 s, it is 3.9 s old, more"
                                + " than three periods.")
                        .next("Compare the age of the value with three periods of its instrument."));
        exam.claim(
                "Failures are counted.",
                numbers(run, "heat: 5 readings, 0 missed, 4 failed")
                        .because("Nine readings began, and four of them failed.")
                        .next("Count a reading after it has returned a value."));
    }

    private static void otherNumbers(Exam exam) {
        Run run = exam.run(() -> Observatory.observe(
                List.of(
                        instrument("north", ofMillis(500), reading -> ofMillis(50)),
                        instrument("south", ofMillis(800), reading -> ofMillis(20))),
                ofSeconds(3),
                ofMillis(700)));
        exam.claim(
                "It also works with other rates.",
                report(run, ofMillis(700), "Report: north 1, 150 ms old; south not read yet")
                        .and(report(run, ofMillis(2_800), "Report: north 5, 250 ms old; south 3, 380 ms old"))
                        .and(numbers(run, "north: 6 readings, 0 missed, 0 failed"))
                        .and(numbers(run, "south: 3 readings, 0 missed, 0 failed"))
                        .and(run.took(ofMillis(3_050)))
                        .and(run.leftNothingRunning())
                        .rightOnlyFor("the first example", "this one"));
    }

    /** The report is printed at the moment of a reading: either the old pair or the new pair is right. */
    private static void valueAndAge(Exam exam) {
        List<Run> runs = exam.runUnderSchedules(
                SCHEDULES,
                () -> Observatory.observe(
                        List.of(instrument("wind", ofSeconds(1), reading -> ZERO)), ofSeconds(3), ofSeconds(1)));
        Finding all =
                runs.stream().map(ObservatoryCheck::pairs).reduce(Finding::and).orElseThrow();
        exam.claim(
                "A value and its age belong together, under every schedule.",
                all.because("The report was printed between the two writes.")
                        .next("Publish both at once, in one immutable object, or hold a lock for both."));
    }

    private static Finding pairs(Run run) {
        String torn = run.output().stream()
                .filter(line -> line.matches("Report: wind \\d+, \\d+ ms old"))
                .filter(line -> !run.timesOf(line).stream().allMatch(moment -> isPair(line, moment)))
                .findFirst()
                .orElse("");
        return run.finds(
                torn.isEmpty(),
                () -> "Expected the value of a reading and its own age, but \"" + torn + "\" at "
                        + Run.seconds(run.timeOf(torn).orElse(ZERO)) + " do not belong together.");
    }

    /** The wind is read at each second, and its values are 1, 2 and so on. */
    private static boolean isPair(String line, Duration moment) {
        var numbers = line.replaceAll("\\D+", " ").strip().split(" ");
        return ofSeconds(Long.parseLong(numbers[0]))
                .plusMillis(Long.parseLong(numbers[1]))
                .equals(moment);
    }

    private static Finding report(Run run, Duration moment, String expected) {
        Optional<String> actual = run.output().stream()
                .filter(line -> line.startsWith("Report: ") && run.timesOf(line).contains(moment))
                .findFirst();
        return actual.isEmpty()
                ? run.finds(
                                false,
                                () -> "Expected \"" + expected + "\" at " + Run.seconds(moment)
                                        + ", but there was no report.")
                        .explainedBy(
                                "Reports are due once per period, until the end.",
                                "Use the parameter reports, and print on a grid, too.")
                : run.finds(
                        actual.get().equals(expected),
                        () -> "Expected \"" + expected + "\" at " + Run.seconds(moment) + ", but it was \""
                                + actual.get() + "\".");
    }

    private static Finding numbers(Run run, String expected) {
        String name = expected.substring(0, expected.indexOf(':') + 1);
        String actual = run.output().stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElse("");
        return run.finds(
                actual.equals(expected),
                () -> "Expected \"" + expected + "\", but "
                        + (actual.isEmpty() ? "there was no such line." : "it was \"" + actual + "\"."));
    }

    private static Finding readings(Run run, String name, Duration every, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> run.printedAt(every.multipliedBy(number), "(" + name + " " + number + ")"))
                .reduce(Finding::and)
                .orElseThrow();
    }

    /** An instrument whose values are 1, 2, 3 and so on. It prints when a reading begins. */
    private static Instrument instrument(String name, Duration every, IntFunction<Duration> takes) {
        var readings = new int[1];
        return new Instrument(name, every, () -> {
            int number = ++readings[0];
            IO.println("(" + name + " " + number + ")");
            Thread.sleep(takes.apply(number));
            return number;
        });
    }

    /** An instrument that takes 100 ms, and whose readings from {@code first} to {@code last} fail. */
    private static Instrument failing(String name, Duration every, int first, int last) {
        Instrument healthy = instrument(name, every, reading -> ofMillis(100));
        Callable<Integer> reading = () -> {
            int number = healthy.reading().call();
            if (number == last) {
                throw new IllegalStateException("out of range");
            }
            if (number >= first && number < last) {
                throw new IOException("no answer");
            }
            return number;
        };
        return new Instrument(name, every, reading);
    }
}
