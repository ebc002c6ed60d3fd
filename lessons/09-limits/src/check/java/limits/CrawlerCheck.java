package limits;

import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.List;
import java.util.stream.IntStream;
import limits.Crawler.Page;

/** Never more than the limit, never less while somebody waits, and a failure costs no permit. */
public final class CrawlerCheck implements Check {
    private static final String RESULT = "Result: ";
    /** Two places: index takes one for 3 s, and through the other go news, about and contact. */
    private static final List<Page> FOUR = List.of(new Page("index", ofSeconds(3), true), new Page("news", ofSeconds(1),
            false), new Page("about", ofSeconds(1), true), new Page("contact", ofSeconds(1), true));
    private static final List<Page> TWENTY = IntStream.rangeClosed(1, 20).mapToObj(number -> new Page("page " + number,
            ofSeconds(1), number % 3 != 0)).toList();

    @Override
    public void check(Exam exam) {
        Run four = exam.run(() -> IO.println(RESULT + Crawler.fetchAll(FOUR, 2)));
        exam.claim("fetchAll comes back when nothing of it is left running.", four.leftNothingRunning().because(
                "Nobody waited for the pages.").next("Close the executor (try-with-resources), or join the threads."));
        exam.claim("Never more than two pages are fetched at once.", atMost(four, 2).because("The limit was 2.").next(
                "A permit must be held from before the fetch until after it: a semaphore that all of them share, or a pool"
                        + " of that many threads."));
        exam.claim("Each result stands where its page stood.", result(four, FOUR).next(
                "Keep the futures in the order of the pages, and ask them in that order."));
        exam.claim("A place that is free is taken at once: all takes 3 s.", four.took(ofSeconds(3)).because(
                "A page waited although a place was free, or a place was never free again.").next(
                        "Do not wait for a whole round; and whoever has a permit must give it back, also when the page is"
                                + " broken: in finally."));

        Run twenty = exam.run(() -> IO.println(RESULT + Crawler.fetchAll(TWENTY, 5)));
        exam.claim("Twenty pages, five at once, take four rounds: 4 s.", atMost(twenty, 5).and(twenty.took(ofSeconds(
                4))).and(result(twenty, TWENTY)).because(
                        "So it was right for a limit of two and four pages, and is not for five and twenty."));
    }

    private static Finding atMost(Run run, int limit) {
        int now = 0;
        int most = 0;
        for (String line : run.output()) {
            now += line.startsWith("Fetching ") ? 1 : line.startsWith("Ended ") ? -1 : 0;
            most = Math.max(most, now);
        }
        int peak = most;
        return run.finds(peak <= limit, () -> peak + " were fetched at once; wanted: at most " + limit + ".");
    }

    private static Finding result(Run run, List<Page> pages) {
        String wanted = pages.stream().map(page -> page.works() ? page.name() : "no " + page.name()).toList()
                .toString();
        String got = run.output().stream().filter(line -> line.startsWith(RESULT)).findFirst().orElse(RESULT
                + "nothing").substring(RESULT.length());
        return run.finds(got.equals(wanted), () -> "It returned " + got + "; wanted: " + wanted + ".");
    }
}
