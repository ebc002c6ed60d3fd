package gatherandtasks;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import gatherandtasks.Race.Mirror;
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

/** The first answer wins, losers are stopped, failures do not win, and there is an end to the patience. */
public final class RaceCheck implements Check {
    private static final String OVER = "The race is over";
    private static final Mirror OSLO = new Mirror("Oslo", ofSeconds(5), true);
    private static final Mirror ROME = new Mirror("Rome", ofSeconds(2), true);
    private static final Mirror LIMA = new Mirror("Lima", ofSeconds(3), true);
    private static final Mirror BONN = new Mirror("Bonn", ofSeconds(1), false);
    private static final List<Mirror> TWENTY = IntStream.rangeClosed(1, 20)
            .mapToObj(number -> new Mirror("Mirror " + number, ofSeconds(30 - number), number < 15))
            .toList();

    @Override
    public void check(Exam exam) {
        Run race = race(exam, List.of(OSLO, ROME, LIMA), ofSeconds(10));
        exam.claim(
                "All are asked at once.",
                asked(race, "Rome")
                        .and(asked(race, "Lima"))
                        .next("Start all downloads, a thread for each; and only then wait."));
        exam.claim(
                "The fastest wins.",
                got(race, "file from Rome")
                        .next("Do not wait for the first that was asked, but for the first to answer: which method"
                                + " of an executor does that?"));
        exam.claim(
                "It is over when Rome has answered: at 2 s.",
                over(race, 2)
                        .because(() -> isSeenLate(race)
                                ? "The answer was there, and was seen late: whoever asks again and again sleeps in"
                                        + " between."
                                : "The others went on, and somebody waited for them.")
                        .next(
                                isSeenLate(race)
                                        ? "Do not ask in a loop. Wait for the first answer: invokeAny does, or take()"
                                                + " of a BlockingQueue."
                                        : "Stop them: invokeAny interrupts the losers, shutdownNow all."));
        exam.claim(
                "The losers are stopped then.",
                stopped(race, "Oslo")
                        .and(stopped(race, "Lima"))
                        .because("It goes on behind your back: cancelling a CompletableFuture declares it done, and"
                                + " stops no thread.")
                        .next("Use an executor, whose threads can be interrupted: invokeAny does it for the losers."));

        Run down = race(exam, List.of(OSLO, BONN, ROME), ofSeconds(10));
        exam.claim(
                "One that is down does not win.",
                down.finds(
                                down.thrown().isEmpty(),
                                () -> "It threw " + described(down) + " at 1 s, and Rome would have answered at 2 s.")
                        .next("The first to end may have failed. Then wait for the next one: invokeAny does.")
                        .and(got(down, "file from Rome"))
                        .and(over(down, 2)));

        Run slow = race(exam, List.of(OSLO, LIMA), ofSeconds(2));
        exam.claim(
                "When nobody answers within the limit, a TimeoutException says so.",
                slow.threw(TimeoutException.class)
                        .because(() -> "It was over at "
                                + slow.timeOf(OVER).map(Run::seconds).orElse("no time") + ", and the limit is 2 s.")
                        .next("invokeAny takes a limit, for all of them together."));
        exam.claim(
                "At 2 s all are stopped then.",
                over(slow, 2)
                        .and(stopped(slow, "Oslo"))
                        .and(stopped(slow, "Lima"))
                        .because("Nobody waits for an answer any more.")
                        .next("Interrupt the threads: shutdownNow does, cancel(true) too."));

        Run large = race(exam, TWENTY, ofSeconds(60));
        exam.claim(
                "Of twenty mirrors, the fastest that is up wins.",
                got(large, "file from Mirror 14")
                        .and(over(large, 16))
                        .because("So it was right for three mirrors, and is not for twenty."));
    }

    /** And a while after it, in which one sees what goes on. */
    private static Run race(Exam exam, List<Mirror> mirrors, Duration limit) {
        return exam.runAndWatch(ofSeconds(4), () -> {
            try {
                IO.println(Race.fastest(mirrors, limit));
            } finally {
                IO.println(OVER);
            }
        });
    }

    /** A little too late: somebody has asked again and again, and slept in between. */
    private static boolean isSeenLate(Run race) {
        return race.timeOf(OVER)
                .filter(at -> at.compareTo(ofSeconds(2)) > 0 && at.compareTo(ofSeconds(3)) < 0)
                .isPresent();
    }

    private static Finding asked(Run run, String mirror) {
        return run.finds(
                run.timeOf("Asking " + mirror).equals(Optional.of(ZERO)),
                () -> mirror + " was "
                        + run.timeOf("Asking " + mirror)
                                .map(at -> "asked at " + Run.seconds(at))
                                .orElse("never asked")
                        + "; wanted: at 0 s. It was not its turn while another was asked.");
    }

    private static Finding over(Run run, int second) {
        return run.printedAt(ofSeconds(second), OVER);
    }

    private static Finding stopped(Run run, String mirror) {
        return run.finds(
                run.timeOf("Stopped asking " + mirror).equals(Optional.of(ofSeconds(2))),
                () -> mirror + " was not stopped at 2 s.");
    }

    private static Finding got(Run run, String wanted) {
        String last = run.output().stream()
                .filter(line -> line.startsWith("file from "))
                .findFirst()
                .orElse("nothing");
        return run.finds(last.equals(wanted), () -> "It got \"" + last + "\"; wanted: \"" + wanted + "\".");
    }

    private static String described(Run run) {
        Throwable failure = run.thrown().orElseThrow();
        while ((failure instanceof ExecutionException || failure instanceof CompletionException)
                && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
