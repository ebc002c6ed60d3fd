package contextmanager;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import contextmanager.Bulletin.Station;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Two sources at once, one more try for each, and every line that was opened is closed. */
public final class BulletinCheck implements Check {
    private static final Station WEATHER = new Station("weather", 0);
    private static final Station NEWS = new Station("news", 0);

    @Override
    public void check(Exam exam) {
        Run fine = exam.run(() -> IO.println(Bulletin.make(WEATHER, NEWS)));
        exam.claim(
                "Both stations are called at once.",
                fine.printedAt(ZERO, "Calling weather")
                        .and(fine.printedAt(ZERO, "Calling news"))
                        .because("Each needs a thread of its own, for a call holds it.")
                        .next("Write a method that gets one answer from one station; start it twice, and then ask"
                                + " for both."));
        exam.claim(
                "The bulletin has the weather and the news.",
                fine.finds(
                        fine.output().contains("weather as told, news as told"),
                        () -> "It made \"" + fine.output().getLast()
                                + "\"; wanted: \"weather as told, news as told\"."));
        exam.claim("It takes 2 s, as long as one of them.", bothClosed(fine).and(fine.took(ofSeconds(2))));

        Run again = exam.runThatMayFail(() -> IO.println(Bulletin.make(new Station("weather", 1), NEWS)));
        exam.claim(
                "A station that fails once is asked again.",
                again.finds(
                                again.thrown().isEmpty(),
                                () -> "It threw " + described(again) + ". The weather was asked "
                                        + times(again, "Asking weather")
                                        + ", and would have answered the second time.")
                        .next("catch the first failure around ask(), and ask again."));
        exam.claim(
                "It is asked on the same line, and then it takes 3 s.",
                again.finds(
                                count(again, "Calling weather") == 1,
                                () -> count(again, "Calling weather")
                                        + " lines to weather were opened; wanted: one, that is asked twice.")
                        .next("Open the line outside, try twice inside.")
                        .and(asked(again, "weather", 2))
                        .and(asked(again, "news", 1))
                        .and(bothClosed(again))
                        .and(again.took(ofSeconds(3))));

        Run never = exam.runThatMayFail(() -> IO.println(Bulletin.make(new Station("weather", 5), NEWS)));
        exam.claim(
                "A station that fails twice is given up.",
                asked(never, "weather", 2)
                        .next("One more try, not as many as it takes: what the second throws, let it go on to the"
                                + " caller."));
        exam.claim(
                "Then all lines are closed, too.",
                bothClosed(never)
                        .next("Open each line in try-with-resources: it is closed whatever happens, at the closing"
                                + " brace."));
        exam.claim(
                "And whoever wanted the bulletin hears why there is none.",
                hasFailed(never, "weather")
                        .because("A bulletin that lacks a part has to be told as a failure.")
                        .next("Do not catch the second failure."));

        Run other = exam.runThatMayFail(() -> IO.println(Bulletin.make(WEATHER, new Station("news", 5))));
        exam.claim(
                "The same holds when it is the news that fails.",
                asked(other, "news", 2)
                        .and(bothClosed(other))
                        .and(hasFailed(other, "news"))
                        .and(other.leftNothingRunning()));

        Run stopped = exam.runInterruptedAfter(ofMillis(800), () -> IO.println(Bulletin.make(WEATHER, NEWS)));
        exam.claim(
                "Given up after 0.8 s, it leaves no thread and no line behind.",
                stopped.leftNothingRunning()
                        .because("The thread that called was interrupted, and went away without them.")
                        .next("An executor in try-with-resources cannot be left before its threads have ended.")
                        .and(bothClosed(stopped)));
    }

    private static Finding bothClosed(Run run) {
        return closed(run, "weather").and(closed(run, "news"));
    }

    private static Finding closed(Run run, String station) {
        int opened = count(run, "Calling " + station);
        return run.finds(
                        count(run, "Closed " + station) > 0 || opened == 0,
                        () -> "It came to its end at " + Run.seconds(run.elapsed()) + ", and the line to " + station
                                + " was never closed.")
                .and(run.finds(
                        count(run, "Closed " + station) == opened,
                        () -> opened + " lines to " + station + " were opened, and " + count(run, "Closed " + station)
                                + " closed."));
    }

    private static Finding asked(Run run, String station, int wanted) {
        return run.finds(
                count(run, "Asking " + station) == wanted,
                () -> station + " was asked " + times(run, "Asking " + station) + "; wanted: "
                        + (wanted == 1 ? "once" : wanted + " times") + ".");
    }

    private static Finding hasFailed(Run run, String station) {
        return run.finds(
                run.thrown()
                        .filter(failure -> rootOf(failure) instanceof IllegalStateException cause
                                && (station + " does not answer").equals(cause.getMessage()))
                        .isPresent(),
                () -> (run.thrown().isPresent() ? "It threw " + described(run) : "It threw nothing")
                        + "; wanted: IllegalStateException: " + station + " does not answer.");
    }

    private static int count(Run run, String line) {
        return (int) run.output().stream().filter(line::equals).count();
    }

    private static String times(Run run, String line) {
        int count = count(run, line);
        return count == 1 ? "1 time" : count + " times";
    }

    private static String described(Run run) {
        Throwable cause = rootOf(run.thrown().orElseThrow());
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
