package scraper;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import scraper.Headlines.Paper;

/** All at once, one failure for itself alone, an end to the patience for all together, and nobody left on the line. */
public final class HeadlinesCheck implements Check {
    private static final Paper GAZETTE = new Paper("Gazette", ofSeconds(3), true);
    private static final Paper HERALD = new Paper("Herald", ofSeconds(1), false);
    private static final Paper ECHO = new Paper("Echo", ofSeconds(2), true);
    private static final Paper POST = new Paper("Post", ofSeconds(60), true);
    private static final Paper MIRROR = new Paper("Mirror", ofSeconds(50), true);
    /** Of each four one does not work, and the last ten take longer than anybody's patience. */
    private static final List<Paper> THIRTY = IntStream.rangeClosed(1, 30)
            .mapToObj(number -> new Paper("Paper " + number, ofSeconds(number), number % 4 != 0))
            .toList();

    @Override
    public void check(Exam exam) {
        Run good = exam.run(() -> bring(List.of(GAZETTE, ECHO), ofSeconds(5)));
        exam.claim(
                "All are asked at once.",
                good.printedAt(ZERO, "Asking Gazette")
                        .and(good.printedAt(ZERO, "Asking Echo"))
                        .next("Start a thread for each paper, all of them; and only then wait."));
        exam.claim(
                "Headlines come in the order of the papers.",
                brought(good, "[Gazette: all is well, Echo: all is well]")
                        .because("That is the order in which they answered; wanted is the order of the papers.")
                        .next("Keep a future for each paper, and ask the futures in the order of the papers."));
        exam.claim("That takes as long as the slowest: 3 s.", good.took(ofSeconds(3)));

        Run broken = exam.runThatMayFail(() -> bring(List.of(GAZETTE, HERALD, ECHO), ofSeconds(5)));
        exam.claim(
                "A paper that does not work leaves a gap, and the others are there.",
                threwNothing(broken)
                        .and(brought(broken, "[Gazette: all is well, Herald: nothing today, Echo: all is well]")
                                .next("Whoever reads it wants to know which one is missing: paper.gap().")));

        Run hanging = exam.runThatMayFail(() -> bring(List.of(POST, GAZETTE, MIRROR), ofSeconds(5)));
        exam.claim(
                "Two that do not answer are given up after 5 s, both at once.",
                threwNothing(hanging)
                        .and(hanging.took(ofSeconds(5))
                                .because(() -> hanging.elapsed().equals(ofSeconds(10))
                                        ? "Your patience began anew with each paper, one after the other."
                                        : "Nobody has patience for a paper that takes a minute.")
                                .next("The patience is one for all of them together: invokeAll takes such a limit."))
                        .and(brought(hanging, "[Post: nothing today, Gazette: all is well, Mirror: nothing today]")));
        exam.claim(
                "They are hung up on then.",
                hanging.leftNothingRunning()
                        .and(hungUp(hanging, "Post"))
                        .and(hungUp(hanging, "Mirror"))
                        .because("A CompletableFuture that is given up stops no thread: the question goes on behind"
                                + " your back.")
                        .next("Interrupt the thread that asks: cancel(true) on the future of an executor, or"
                                + " invokeAll with a limit."));

        Run many = exam.runThatMayFail(() -> bring(THIRTY, ofSeconds(20)));
        exam.claim(
                "Of thirty papers the right ones are there, after 20 s.",
                threwNothing(many)
                        .and(many.took(ofSeconds(20)))
                        .and(brought(
                                many,
                                THIRTY.stream()
                                        .map(HeadlinesCheck::line)
                                        .toList()
                                        .toString()))
                        .because("So it was right for three papers, and is not for thirty."));
    }

    private static String line(Paper paper) {
        return paper.works() && paper.time().compareTo(ofSeconds(20)) < 0
                ? paper.name() + ": all is well"
                : paper.gap();
    }

    private static void bring(List<Paper> papers, Duration patience) throws Exception {
        IO.println("Brought " + Headlines.of(papers, patience));
    }

    private static Finding brought(Run run, String wanted) {
        String last = run.output().stream()
                .filter(line -> line.startsWith("Brought "))
                .findFirst()
                .orElse("nothing");
        return run.finds(
                last.equals("Brought " + wanted),
                () -> "It brought " + last.replace("Brought ", "") + "; wanted: " + wanted + ".");
    }

    private static Finding hungUp(Run run, String paper) {
        return run.finds(
                run.timeOf("Hung up on " + paper).equals(Optional.of(ofSeconds(5))),
                () -> paper + " was not hung up on at 5 s.");
    }

    private static Finding threwNothing(Run run) {
        return run.finds(
                        run.thrown().isEmpty(),
                        () -> "It threw " + described(cause(run)) + place(run)
                                + ", and the headlines of all others are lost.")
                .next(
                        run.thrown()
                                        .filter(CancellationException.class::isInstance)
                                        .isPresent()
                                ? "get() throws it for what was cancelled because time was up: that is a gap, too."
                                        + " Catch it beside the ExecutionException, or ask each future for its state()"
                                        + " first."
                                : "Let no failure out of its own paper: catch it there, or look at the state() of each"
                                        + " future.");
    }

    private static Throwable cause(Run run) {
        Throwable failure = run.thrown().orElseThrow();
        while ((failure instanceof ExecutionException || failure instanceof CompletionException)
                && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure;
    }

    private static String described(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
    }

    /** Where the method let it out. */
    private static String place(Run run) {
        return Arrays.stream(run.thrown().orElseThrow().getStackTrace())
                .filter(frame -> "Headlines.java".equals(frame.getFileName()))
                .findFirst()
                .map(frame -> " at Headlines.java, line " + frame.getLineNumber())
                .orElse("");
    }
}
