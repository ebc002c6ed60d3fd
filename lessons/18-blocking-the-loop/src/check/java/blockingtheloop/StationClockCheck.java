package blockingtheloop;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** The clock is on time while the timetable is being loaded, and the method waits for both. */
public final class StationClockCheck implements Check {

    private static final String HAND_OVER =
            "Use the method of the loop that runs a call on another thread. It returns a future: do not wait for it"
                    + " on the loop, but add the next step to it.";

    @Override
    public void check(Exam exam) {
        Run six = exam.runAndWatch(
                ofSeconds(20), () -> StationClock.run(6, ofMillis(2_500), timetable("Platform 9", ofSeconds(3))));
        exam.claim(
                "The clock shows 1 to 6, each at its second.",
                clock(six, 6)
                        .because("The timetable took 3 s, and for that long the clock's thread was blocked. A task and"
                                + " execute run the work on the loop's thread; join and get wait there.")
                        .next(HAND_OVER));
        exam.claim(
                "The timetable is loaded when the traveller asks, at 2.5 s.",
                six.printedAt(ofMillis(2_500), "(loading)")
                        .because(() -> six.isEarly("(loading)", ofMillis(2_500))
                                ? "It was loaded before the traveller asked."
                                : "The traveller had to wait for something else.")
                        .next("Start loading it directly after the sleep."));
        exam.claim(
                "It is printed at 5.5 s.",
                six.printedAt(ofMillis(5_500), "Platform 9")
                        .because("The timetable was called at 2.5 s, and returned its value after 3 s.")
                        .next("Call it once, print what it returns, and wait for that before run returns."));
        exam.claim("run returns after 6 s.", six.took(ofSeconds(6)).and(six.leftNothingRunning()));

        Run four = exam.runAndWatch(
                ofSeconds(20), () -> StationClock.run(4, ofMillis(500), timetable("Platform 2", ofSeconds(8))));
        exam.claim(
                "Another traveller asks at 0.5 s, and the clock ends at 4.",
                four.printedAt(ofMillis(500), "(loading)")
                        .and(clock(four, 4))
                        .and(four.printedAtMost(0, "Clock: 5"))
                        .rightOnlyFor("six seconds", "four"));
        exam.claim(
                "This timetable takes longer than the clock, and run waits for both.",
                four.printedAt(ofMillis(8_500), "Platform 2")
                        .and(four.took(ofMillis(8_500)))
                        .and(four.leftNothingRunning())
                        .because("run returned before the timetable was there.")
                        .next("Return the future of the whole chain, so that gather waits for it."));

        Run broken = exam.runThatMayFail(() -> StationClock.run(3, ofSeconds(1), () -> {
            throw new IOException("no connection");
        }));
        exam.claim(
                "The exception of the timetable is thrown.",
                broken.threw(IOException.class)
                        .because("The timetable threw an IOException, and run must pass it on to the caller.")
                        .next("Do not catch it: a future passes it on."));
    }

    private static Finding clock(Run run, int seconds) {
        return IntStream.rangeClosed(1, seconds)
                .mapToObj(second -> run.printedAt(ofSeconds(second), "Clock: " + second))
                .reduce(Finding::and)
                .orElseThrow();
    }

    private static Callable<String> timetable(String platform, Duration time) {
        return () -> {
            IO.println("(loading)");
            Thread.sleep(time);
            return platform;
        };
    }
}
