package contextmanager;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import contextmanager.Bulletin.Station;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Both stations are called at the same time, each is asked at most twice, and every line is closed. */
public final class BulletinCheck implements Check {
    private static final Station WEATHER = new Station("weather", 0);
    private static final Station NEWS = new Station("news", 0);

    @Override
    public void check(Exam exam) {
        Run fine = exam.run(() -> IO.println(Bulletin.make(WEATHER, NEWS)));
        exam.claim(
                "Both stations are called at 0 s.",
                fine.printedAt(ZERO, "Calling weather")
                        .and(fine.printedAt(ZERO, "Calling news"))
                        .because("A call blocks its thread, so each station needs a thread of its own.")
                        .next("Write a method that gets the report of one station. Submit it for both stations before"
                                + " the first get()."));
        exam.claim(
                "The bulletin has the weather and the news.",
                fine.finds(
                        fine.output().contains("weather report, news report"),
                        () -> "Expected \"weather report, news report\", but make returned \""
                                + fine.output().getLast() + "\"."));
        exam.claim(
                "The bulletin takes 2 s, as long as one station.",
                asked(fine, "weather", 1)
                        .and(asked(fine, "news", 1))
                        .next("Ask again only after a failure.")
                        .and(bothClosed(fine))
                        .and(fine.took(ofSeconds(2))));

        Run again = exam.runThatMayFail(() -> IO.println(Bulletin.make(new Station("weather", 1), NEWS)));
        exam.claim(
                "A station that fails once is asked again.",
                oneLine(again)
                        .and(again.finds(
                                        again.thrown().isEmpty(),
                                        () -> "make threw " + described(again) + ". The weather station was asked "
                                                + times(count(again, "Asking weather"))
                                                + ", and would have answered the second time.")
                                .next("Catch the first exception around ask(), and ask again.")));
        exam.claim(
                "The second try uses the same line, and the bulletin takes 3 s.",
                oneLine(again)
                        .and(asked(again, "weather", 2))
                        .and(asked(again, "news", 1))
                        .and(bothClosed(again))
                        .and(askedAgainAt(again, ofMillis(1_500)))
                        .and(again.took(ofSeconds(3))));

        Run never = exam.runThatMayFail(() -> IO.println(Bulletin.make(new Station("weather", 5), NEWS)));
        exam.claim(
                "A station is asked at most twice.",
                asked(never, "weather", 2)
                        .next("Retry once. The second exception is the failure of the bulletin: do not catch it."));
        exam.claim(
                "All lines are closed after a failure, too.",
                bothClosed(never).next("Open each line in try-with-resources, which closes it whatever happens."));
        exam.claim(
                "The caller receives the exception of the station.",
                hasFailed(never, "weather")
                        .because("If one part of the bulletin fails, the bulletin must fail, too.")
                        .next("Do not catch the second exception."));

        Run other = exam.runThatMayFail(() -> IO.println(Bulletin.make(WEATHER, new Station("news", 5))));
        exam.claim(
                "The same holds for the news.",
                asked(other, "news", 2)
                        .next("Retry once.")
                        .and(bothClosed(other))
                        .and(hasFailed(other, "news"))
                        .and(other.leftNothingRunning()));

        Run stopped = exam.runInterruptedAfter(ofMillis(800), () -> IO.println(Bulletin.make(WEATHER, NEWS)));
        exam.claim(
                "An interrupt at 0.8 s leaves no thread running and no line open.",
                stopped.leftNothingRunning()
                        .because("The calling thread was interrupted, and make ended before its threads.")
                        .next("Close the executor with try-with-resources, which waits until its threads have ended.")
                        .and(bothClosed(stopped)));
    }

    private static Finding oneLine(Run again) {
        return again.finds(
                        count(again, "Calling weather") == 1,
                        () -> "Expected one line to weather, but " + count(again, "Calling weather") + " were opened.")
                .because("The station must be asked again on the same line.")
                .next("Open the line first, and try twice inside its try block.");
    }

    private static Finding askedAgainAt(Run again, Duration expected) {
        Duration actual = again.timesOf("Asking weather").getLast();
        return again.finds(
                        actual.equals(expected),
                        () -> "Expected the second \"Asking weather\" at " + Run.seconds(expected)
                                + ", but it was printed at " + Run.seconds(actual) + ".")
                .because("The first question failed at " + Run.seconds(expected) + ".")
                .next("Ask again at once, without a pause.");
    }

    private static Finding bothClosed(Run run) {
        return closed(run, "weather").and(closed(run, "news"));
    }

    private static Finding closed(Run run, String station) {
        int opened = count(run, "Calling " + station);
        return run.finds(
                        count(run, "Closed line to " + station) > 0 || opened == 0,
                        () -> "make ended at " + Run.seconds(run.elapsed()) + ", and the line to " + station
                                + " was never closed.")
                .and(run.finds(
                        count(run, "Closed line to " + station) == opened,
                        () -> "Expected each line to " + station + " to be closed once, but "
                                + (opened == 1 ? "1 was" : opened + " were") + " opened and "
                                + count(run, "Closed line to " + station) + " closed."));
    }

    private static Finding asked(Run run, String station, int expected) {
        return run.finds(
                count(run, "Asking " + station) == expected,
                () -> "Expected " + station + " to be asked " + times(expected) + ", but it was asked "
                        + times(count(run, "Asking " + station)) + ".");
    }

    private static Finding hasFailed(Run run, String station) {
        return run.finds(
                run.threwOrWrapped(IllegalStateException.class, station + " does not answer"),
                () -> "Expected IllegalStateException: " + station + " does not answer, but make threw "
                        + (run.thrown().isPresent() ? described(run) : "no exception") + ".");
    }

    private static int count(Run run, String line) {
        return (int) run.output().stream().filter(line::equals).count();
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
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
