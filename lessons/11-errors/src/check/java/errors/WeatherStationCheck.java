package errors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Run;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntSupplier;

/** The thermometer is read every second, whatever it throws, until the time has passed or the caller gives up. */
public final class WeatherStationCheck implements Check {

    private static final String IN_THE_TASK = "Catch the exception inside the task, around the reading.";

    @Override
    public void check(Exam exam) {
        Run six = exam.run(
                () -> WeatherStation.watch(thermometer("20", "21", "no answer", "22", "?", "23"), ofMillis(5_500)));
        exam.claim(
                "The first temperatures are printed at 0 s and 1 s.",
                six.printedAt(ofSeconds(0), "20 degrees").and(six.printedAt(ofSeconds(1), "21 degrees")));
        exam.claim(
                "A failure is reported at its time.",
                six.printedAt(ofSeconds(2), "no reading: no answer")
                        .because("The thermometer did not answer at 2 s. The exception is thrown on the thread of the"
                                + " scheduler, which stores it and never runs the task again.")
                        .next(IN_THE_TASK + " Print \"no reading: \" and its message there."));
        exam.claim(
                "The thermometer is read again a second after its failure.",
                six.printedAt(ofSeconds(3), "22 degrees")
                        .because("One failure ended all readings, or caused another one.")
                        .next(IN_THE_TASK));
        exam.claim(
                "The second failure, with another exception, is reported too.",
                six.printedAt(ofSeconds(4), "no reading: not a number")
                        .because("The thermometer threw a NumberFormatException at 4 s.")
                        .next("A thermometer may throw any RuntimeException: catch RuntimeException."));
        exam.claim(
                "There is one line for each of six readings.",
                six.printed(
                        "20 degrees",
                        "21 degrees",
                        "no reading: no answer",
                        "22 degrees",
                        "no reading: not a number",
                        "23 degrees"));
        exam.claim("It ends after 5.5 s.", six.took(ofMillis(5_500)));
        exam.claim(
                "No thread is left.",
                six.leftNothingRunning()
                        .because("The task would run forever.")
                        .next("Close the scheduler: create it in the head of a try."));

        Run broken = exam.run(() -> WeatherStation.watch(thermometer("?", "no answer", "-3"), ofMillis(2_100)));
        exam.claim(
                "It also works for a thermometer that fails at the beginning.",
                broken.printed("no reading: not a number", "no reading: no answer", "-3 degrees")
                        .and(broken.took(ofMillis(2_100)))
                        .and(broken.leftNothingRunning()));

        Run stopped = exam.runInterruptedAfter(
                ofMillis(1_500), () -> WeatherStation.watch(thermometer("1", "2", "3", "4"), ofSeconds(3)));
        exam.claim(
                "A caller that is interrupted stops the readings, and receives the InterruptedException.",
                stopped.threw(InterruptedException.class)
                        .and(stopped.took(ofMillis(1_500)))
                        .and(stopped.leftNothingRunning())
                        .because("The caller asked the method to stop at 1.5 s. That is no failure of the thermometer.")
                        .next("Do not catch InterruptedException: the method declares it."));
    }

    /** A thermometer with these readings, and then always 99. "no answer" and "?" are exceptions. */
    private static IntSupplier thermometer(String... readings) {
        Iterator<String> next = List.of(readings).iterator();
        return () -> {
            String reading = next.hasNext() ? next.next() : "99";
            return switch (reading) {
                case "no answer" -> throw new IllegalStateException("no answer");
                case "?" -> throw new NumberFormatException("not a number");
                default -> Integer.parseInt(reading);
            };
        };
    }
}
