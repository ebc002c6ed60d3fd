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

/** All papers are asked at once, a failure affects one paper, and one timeout interrupts all that still run. */
public final class HeadlinesCheck implements Check {
    private static final String COLLECTED = "Collected ";
    private static final Paper GAZETTE = new Paper("Gazette", ofSeconds(3), true);
    private static final Paper HERALD = new Paper("Herald", ofSeconds(1), false);
    private static final Paper ECHO = new Paper("Echo", ofSeconds(2), true);
    private static final Paper POST = new Paper("Post", ofSeconds(60), true);
    private static final Paper MIRROR = new Paper("Mirror", ofSeconds(50), true);
    /** Every fourth is down, and the last ten take longer than the timeout. */
    private static final List<Paper> THIRTY = IntStream.rangeClosed(1, 30)
            .mapToObj(number -> new Paper("Paper " + number, ofSeconds(number), number % 4 != 0))
            .toList();

    @Override
    public void check(Exam exam) {
        Run good = exam.run(() -> collect(List.of(GAZETTE, ECHO), ofSeconds(5)));
        exam.claim(
                "All papers are asked at 0 s.",
                good.printedAt(ZERO, "Asking Gazette")
                        .and(good.printedAt(ZERO, "Asking Echo"))
                        .because("It had to wait for the paper before.")
                        .next("Start all requests, each on its own thread, and only then wait."));
        exam.claim(
                "The headlines are in the order of the papers.",
                collected(good, "[Gazette: all is well, Echo: all is well]")
                        .because("That is the order in which they answered.")
                        .next("Keep one future per paper, and read the futures in the order of the papers."));
        exam.claim(
                "It takes 3 s, as long as the slowest paper.",
                good.took(ofSeconds(3))
                        .because(() -> good.elapsed().equals(ofSeconds(5))
                                ? "That is the timeout, but all answers were there at 3 s."
                                : "")
                        .next("The timeout is the longest time to wait. Wait for the answers themselves."));

        Run broken = exam.runThatMayFail(() -> collect(List.of(GAZETTE, HERALD, ECHO), ofSeconds(5)));
        exam.claim(
                "A paper that is down leaves a gap, and all other headlines are there.",
                threwNothing(broken)
                        .and(collected(broken, "[Gazette: all is well, Herald: nothing today, Echo: all is well]")
                                .because("A reader must see which paper is missing.")
                                .next("Put paper.gap() in the place of each missing headline.")));

        Run hanging = exam.runThatMayFail(() -> collect(List.of(POST, GAZETTE, MIRROR), ofSeconds(5)));
        exam.claim(
                "Two papers that do not answer take 5 s, the timeout for all together.",
                threwNothing(hanging)
                        .and(hanging.took(ofSeconds(5))
                                .because(() -> hanging.elapsed().equals(ofSeconds(10))
                                        ? "The timeout started again for each paper."
                                        : "collect waited for a paper after the timeout.")
                                .next("Use one timeout for all papers together: invokeAll accepts one."))
                        .and(collected(hanging, "[Post: nothing today, Gazette: all is well, Mirror: nothing today]")));
        exam.claim(
                "Their requests are interrupted then.",
                hanging.leftNothingRunning()
                        .and(interrupted(hanging, "Post"))
                        .and(interrupted(hanging, "Mirror"))
                        .because("A timeout or a cancellation of a CompletableFuture does not interrupt the thread.")
                        .next("Interrupt the thread: call cancel(true) on the future of an executor, or invokeAll"
                                + " with a timeout."));

        Run many = exam.runThatMayFail(() -> collect(THIRTY, ofSeconds(20)));
        exam.claim(
                "Thirty papers take 20 s, and all headlines and gaps are in their places.",
                threwNothing(many)
                        .and(many.took(ofSeconds(20)))
                        .and(collected(
                                many,
                                THIRTY.stream()
                                        .map(HeadlinesCheck::line)
                                        .toList()
                                        .toString()))
                        .rightOnlyFor("three papers", "thirty"));
    }

    private static String line(Paper paper) {
        return paper.up() && paper.time().compareTo(ofSeconds(20)) < 0 ? paper.name() + ": all is well" : paper.gap();
    }

    private static void collect(List<Paper> papers, Duration timeout) throws Exception {
        IO.println(COLLECTED + Headlines.collect(papers, timeout));
    }

    private static Finding collected(Run run, String expected) {
        String actual = run.output().stream()
                .filter(line -> line.startsWith(COLLECTED))
                .findFirst()
                .map(line -> line.substring(COLLECTED.length()))
                .orElse("nothing");
        return run.returned("collect", expected, actual);
    }

    private static Finding interrupted(Run run, String paper) {
        return run.finds(
                run.timeOf("Stopped asking " + paper).equals(Optional.of(ofSeconds(5))),
                () -> "Expected \"Stopped asking " + paper + "\" at 5 s, but the request was not interrupted.");
    }

    private static Finding threwNothing(Run run) {
        boolean cancelled =
                run.thrown().filter(CancellationException.class::isInstance).isPresent();
        return run.finds(
                        run.thrown().isEmpty(),
                        () -> "Expected a list of headlines, but collect threw " + Run.described(cause(run))
                                + place(run) + ". All headlines are lost.")
                .next(
                        cancelled
                                ? "invokeAll cancels a request that is late, and get() then throws a"
                                        + " CancellationException. Handle it like a failure, or look at state() first."
                                : "Handle each failure separately: catch it per paper, or look at the state() of each"
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

    /** The line of the student's file that threw. */
    private static String place(Run run) {
        return Arrays.stream(run.thrown().orElseThrow().getStackTrace())
                .filter(frame -> "Headlines.java".equals(frame.getFileName()))
                .findFirst()
                .map(frame -> " at Headlines.java, line " + frame.getLineNumber())
                .orElse("");
    }
}
