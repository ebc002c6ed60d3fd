package scraper;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import scraper.Race.Mirror;

/** The first answer wins, the other downloads are interrupted, a failure does not win, and the wait has a limit. */
public final class RaceCheck implements Check {
    private static final String OVER = "The race is over";
    private static final Mirror OSLO = new Mirror("Oslo", ofSeconds(5), true);
    private static final Mirror ROME = new Mirror("Rome", ofSeconds(2), true);
    private static final Mirror LIMA = new Mirror("Lima", ofSeconds(3), true);
    private static final Mirror BONN = new Mirror("Bonn", ofSeconds(1), false);
    private static final Mirror KIEL = new Mirror("Kiel", ofSeconds(2), false);
    private static final List<Mirror> TWENTY = IntStream.rangeClosed(1, 20)
            .mapToObj(number -> new Mirror("Mirror " + number, ofSeconds(30 - number), number < 15))
            .toList();

    @Override
    public void check(Exam exam) {
        Run race = race(exam, List.of(OSLO, ROME, LIMA), ofSeconds(10));
        exam.claim(
                "All mirrors are asked at 0 s.",
                asked(race, "Rome")
                        .and(asked(race, "Lima"))
                        .next("Start all downloads, each on its own thread, and only then wait."));
        exam.claim(
                "The fastest wins.",
                got(race, "file from Rome")
                        .next(() -> race.thrown().isPresent()
                                ? "The limit is a parameter of fastest. Use that."
                                : "Wait for the first mirror that answers, not for the first in the list. Which method"
                                        + " of an executor does that?"));
        exam.claim(
                "fastest returns at 2 s, when Rome has answered.",
                over(race, 2)
                        .because(() -> isSeenLate(race)
                                ? "The answer was noticed late, because a polling loop sleeps between two checks."
                                : "fastest waited for the other downloads.")
                        .next(
                                isSeenLate(race)
                                        ? "Do not poll. Wait for the first answer: invokeAny does, and so does take()"
                                                + " of a BlockingQueue."
                                        : "Interrupt them: invokeAny interrupts all slower downloads, and"
                                                + " shutdownNow interrupts all threads."));
        exam.claim(
                "The other downloads are interrupted then.",
                stopped(race, "Oslo")
                        .and(stopped(race, "Lima"))
                        .because("It continues in the background: cancelling a CompletableFuture does not interrupt the"
                                + " thread.")
                        .next("Use an executor, whose threads can be interrupted. invokeAny interrupts all slower"
                                + " downloads."));

        Run down = race(exam, List.of(OSLO, BONN, ROME), ofSeconds(10));
        exam.claim(
                "A mirror that is down does not win.",
                down.finds(
                                down.thrown().isEmpty(),
                                () -> "Expected \"file from Rome\" at 2 s, but fastest threw " + described(down)
                                        + " at 1 s.")
                        .next("The first download to end may have failed. Then wait for the next one: invokeAny does.")
                        .and(got(down, "file from Rome"))
                        .and(over(down, 2)));

        Run slow = race(exam, List.of(OSLO, LIMA), ofSeconds(2));
        exam.claim(
                "If no mirror answers within the limit, fastest throws a TimeoutException.",
                slow.threw(TimeoutException.class)
                        .because(() -> slow.timeOf(OVER)
                                .filter(at -> at.compareTo(ofSeconds(2)) > 0)
                                .map(at -> "It returned at " + Run.seconds(at) + ", but the limit is 2 s.")
                                .orElse(""))
                        .next("invokeAny accepts a limit for all downloads together."));
        exam.claim(
                "Then all downloads are interrupted, at 2 s.",
                over(slow, 2)
                        .and(stopped(slow, "Oslo"))
                        .and(stopped(slow, "Lima"))
                        .because("Their answers are not needed any more.")
                        .next("Interrupt the threads with shutdownNow or cancel(true)."));

        Run failures = race(exam, List.of(BONN, KIEL, OSLO), ofSeconds(3));
        exam.claim(
                "The limit is for all mirrors together: a mirror that is down does not restart it.",
                failures.threw(TimeoutException.class)
                        .and(over(failures, 3))
                        .because("Bonn failed at 1 s and Kiel at 2 s, and each failure restarted the limit.")
                        .next("Compute the deadline once, before the first wait, and wait only for the time that is"
                                + " left. Or use invokeAny, which accepts a limit for all downloads together."));

        Run large = race(exam, TWENTY, ofSeconds(60));
        exam.claim(
                "The fastest of twenty mirrors wins, of those that are up.",
                got(large, "file from Mirror 14")
                        .and(over(large, 16))
                        .because("It is right for three mirrors, but not for twenty."));
    }

    /** Keeps running for a while after fastest has returned, to show which downloads continue. */
    private static Run race(Exam exam, List<Mirror> mirrors, Duration limit) {
        return exam.runAndWatch(ofSeconds(4), () -> {
            try {
                IO.println(Race.fastest(mirrors, limit));
            } finally {
                IO.println(OVER);
            }
        });
    }

    /** Slightly too late, which is typical of polling with a sleep. */
    private static boolean isSeenLate(Run race) {
        return race.timeOf(OVER)
                .filter(at -> at.compareTo(ofSeconds(2)) > 0 && at.compareTo(ofSeconds(3)) < 0)
                .isPresent();
    }

    private static Finding asked(Run run, String mirror) {
        return run.finds(
                run.timeOf("Asking " + mirror).equals(Optional.of(ZERO)),
                () -> "Expected \"Asking " + mirror + "\" at 0 s, but it was "
                        + run.timeOf("Asking " + mirror)
                                .map(at -> "printed at " + Run.seconds(at))
                                .orElse("never printed")
                        + ". Only one mirror was asked at a time.");
    }

    private static Finding over(Run run, int second) {
        return run.printedAt(ofSeconds(second), OVER);
    }

    private static Finding stopped(Run run, String mirror) {
        return run.finds(
                run.timeOf("Stopped asking " + mirror).equals(Optional.of(ofSeconds(2))),
                () -> "Expected \"Stopped asking " + mirror + "\" at 2 s, but the download was not interrupted.");
    }

    private static Finding got(Run run, String expected) {
        String last = run.output().stream()
                .filter(line -> line.startsWith("file from "))
                .findFirst()
                .orElse("nothing");
        return run.finds(
                last.equals(expected),
                () -> "Expected \"" + expected + "\", but fastest "
                        + (run.thrown().isPresent() ? "threw " + described(run) : "returned \"" + last + "\"") + ".");
    }

    private static String described(Run run) {
        Throwable failure = run.thrown().orElseThrow();
        while ((failure instanceof ExecutionException || failure instanceof CompletionException)
                && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return Run.described(failure);
    }
}
