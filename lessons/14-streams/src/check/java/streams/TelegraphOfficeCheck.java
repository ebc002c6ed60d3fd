package streams;

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
import java.util.stream.IntStream;
import streams.TelegraphOffice.Clerk;

/** The demand is limited, a failure reaches the caller, and a clerk who wants no more cancels the subscription. */
public final class TelegraphOfficeCheck implements Check {

    private static final List<String> TEN =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private static final String LIMIT = "Request as many as may wait, and one more each time the clerk takes one.";

    @Override
    public void check(Exam exam) {
        Run day = exam.run(() -> TelegraphOffice.open(new Wire(ofSeconds(1), TEN), 2, clerk(10)));
        exam.claim("The clerk translates all telegrams in order.", translated(day, TEN));
        exam.claim(
                "At most 2 telegrams wait on the desk.",
                atMostWaiting(day, 2)
                        .because("The publisher sends as many as you request, and one was sent each second.")
                        .next(LIMIT));
        exam.claim(
                "The clerk is never idle.",
                day.finds(
                                day.elapsed().equals(ofSeconds(26)),
                                () -> "Expected the last telegram to be translated at 26 s, but it took "
                                        + Run.seconds(day.elapsed()) + ": the clerk was idle.")
                        .because("While the clerk translates, the next telegrams can arrive.")
                        .next(LIMIT));

        Run cut = exam.runThatMayFail(() ->
                TelegraphOffice.open(new Wire(ofSeconds(1), TEN.subList(0, 4)).cut(), 3, clerk(10)));
        exam.claim(
                "When the wire is cut, all telegrams before that are translated.",
                translated(cut, TEN.subList(0, 4))
                        .because("They were on the desk when the wire failed.")
                        .next("Keep the failure, and throw it when the desk is empty."));
        exam.claim(
                "Then open throws the exception of the wire.",
                cut.finds(
                                cut.threwOrWrapped(IOException.class, "the wire is cut"),
                                () -> "Expected IOException: the wire is cut, but open "
                                        + cut.thrown()
                                                .map(thrown -> "threw " + Run.described(thrown) + ".")
                                                .orElse("returned as if all telegrams had arrived."))
                        .next("onError runs on the thread of the publisher. Keep its argument, so that the thread of"
                                + " open can throw it."));

        Run home =
                exam.runAndWatch(ofSeconds(30), () -> TelegraphOffice.open(new Wire(ofSeconds(1), TEN), 3, clerk(2)));
        exam.claim(
                "A clerk who wants no more telegrams gets no more.",
                home.printedAtMost(0, "Translating three")
                        .and(home.took(ofSeconds(6)))
                        .because("The clerk returned false after two telegrams, and wanted no more.")
                        .next("Check the return value of translate."));
        exam.claim(
                "Then the subscription is cancelled.",
                home.finds(
                                home.timeOf("Cancelled").equals(Optional.of(ofSeconds(6))),
                                () -> "Expected the publisher to stop at 6 s, but the subscription was not cancelled.")
                        .because("Only cancel tells the publisher to stop.")
                        .next("Call the subscription's cancel method in finally."));

        Run large = exam.run(() -> TelegraphOffice.open(new Wire(ofSeconds(1), TEN), 4, clerk(10)));
        exam.claim(
                "It also works with a desk for 4.",
                atMostWaiting(large, 4)
                        .and(large.finds(
                                peak(large) >= 3,
                                () -> "Expected up to 4 telegrams to wait on the desk, but there were at most "
                                        + peak(large) + "."))
                        .and(large.took(ofSeconds(26)))
                        .rightOnlyFor("a desk for 2", "a desk for 4"));
    }

    private static Clerk clerk(int patience) {
        var left = new int[] {patience};
        return telegram -> {
            IO.println("Translating " + telegram);
            Thread.sleep(ofMillis(2_500));
            left[0]--;
            return left[0] > 0;
        };
    }

    private static Finding translated(Run run, List<String> telegrams) {
        List<String> expected =
                telegrams.stream().map(telegram -> "Translating " + telegram).toList();
        List<String> actual = run.output().stream()
                .filter(line -> line.startsWith("Translating"))
                .toList();
        int same = (int) IntStream.range(0, Math.min(expected.size(), actual.size()))
                .takeWhile(index -> expected.get(index).equals(actual.get(index)))
                .count();
        return run.finds(
                actual.equals(expected),
                () -> same == expected.size()
                        ? "Expected no more than " + same + " telegrams, but there were " + actual.size() + "."
                        : "Expected \"" + expected.get(same) + "\", but "
                                + (same < actual.size()
                                        ? "it was \"" + actual.get(same) + "\"."
                                        : "it was never printed."));
    }

    private static Finding atMostWaiting(Run run, int limit) {
        return run.finds(
                peak(run) <= limit,
                () -> "Expected at most " + limit + " telegrams on the desk, but " + peak(run)
                        + " were waiting for the clerk.");
    }

    /** The largest number, at any moment, of telegrams that were sent, but not begun by then. */
    private static int peak(Run run) {
        return TEN.stream()
                .flatMap(telegram -> run.timeOf("Sent " + telegram).stream())
                .mapToInt(moment -> count(run, "Sent ", moment) - count(run, "Translating ", moment))
                .max()
                .orElse(0);
    }

    private static int count(Run run, String prefix, Duration moment) {
        return (int) TEN.stream()
                .flatMap(telegram -> run.timeOf(prefix + telegram).stream())
                .filter(time -> time.compareTo(moment) <= 0)
                .count();
    }
}
