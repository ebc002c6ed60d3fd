package limits;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import limits.Crawler.Page;

/**
 * Never more than the limit, never less while somebody waits; a failure costs no permit, and an interrupt brings none.
 */
public final class CrawlerCheck implements Check {
    private static final String RESULT = "Result: ";
    /** Two places: index takes one for 3 s, and through the other go news, about and contact. */
    private static final List<Page> FOUR = List.of(
            new Page("index", ofSeconds(3), true),
            new Page("news", ofSeconds(1), false),
            new Page("about", ofSeconds(1), true),
            new Page("contact", ofSeconds(1), true));

    private static final List<Page> TWENTY = IntStream.rangeClosed(1, 20)
            .mapToObj(number -> new Page("page " + number, ofSeconds(1), number % 3 != 0))
            .toList();

    @Override
    public void check(Exam exam) {
        Run four = exam.run(() -> IO.println(RESULT + new Crawler(2).fetchAll(FOUR)));
        exam.claim(
                "fetchAll comes back when nothing of it is left running.",
                four.leftNothingRunning()
                        .because("Nobody waited for the pages.")
                        .next("Close the executor (try-with-resources), or join the threads."));
        exam.claim(
                "Never more than two pages are fetched at once.",
                atMost(four, 2)
                        .because("The limit was 2.")
                        .next("A permit must be held from before the fetch until after it: a semaphore that all of"
                                + " them share, or a pool of that many threads."));
        exam.claim(
                "Each result stands where its page stood.",
                result(four, FOUR).next("Keep the futures in the order of the pages, and ask them in that order."));
        exam.claim(
                "A place that is free is taken at once: all takes 3 s.",
                four.took(ofSeconds(3))
                        .because("A page waited although a place was free, or a place was never free again.")
                        .next("Do not wait for a whole round; and whoever has a permit must give it back, also when"
                                + " the page is broken: in finally."));

        Run twenty = exam.run(() -> IO.println(RESULT + new Crawler(5).fetchAll(TWENTY)));
        exam.claim(
                "Twenty pages, five at once, take four rounds: 4 s.",
                atMost(twenty, 5)
                        .and(twenty.took(ofSeconds(4)))
                        .and(result(twenty, TWENTY))
                        .because("So it was right for a limit of two and four pages, and is not for five and twenty."));

        Run shared = exam.run(() -> callTwiceAtOnce(new Crawler(2)));
        exam.claim(
                "Two calls of one crawler share its limit.",
                atMost(shared, 2)
                        .because("Each call has a limit of its own, and the site got the sum.")
                        .next("What calls share must outlive them: make the semaphore a field of the crawler."));

        Run again = exam.run(() -> callAgainAfterAnInterrupt(new Crawler(5)));
        exam.claim(
                "After a call that was interrupted the limit is the same.",
                atMost(again, 5)
                        .because("Interrupted while it waited, a fetch gave back a permit that it had never got.")
                        .next("acquire stands before try: who is interrupted in it has no permit, and must not"
                                + " release one."));
    }

    private static void callTwiceAtOnce(Crawler crawler) throws Exception {
        Callable<List<String>> call = () -> crawler.fetchAll(FOUR);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : callers.invokeAll(List.of(call, call))) {
                answer.get();
            }
        }
    }

    /** Interrupts the first call while five of its pages are fetched and fifteen wait. */
    private static void callAgainAfterAnInterrupt(Crawler crawler) throws Exception {
        Thread first = Thread.ofVirtual().name("first call").start(() -> {
            try {
                crawler.fetchAll(TWENTY);
            } catch (Exception givenUp) {
                Thread.currentThread().interrupt(); // and so this call ends
            }
        });
        Thread.sleep(ofMillis(500));
        first.interrupt();
        first.join();
        crawler.fetchAll(TWENTY);
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
        String wanted = pages.stream()
                .map(page -> page.works() ? page.name() : "no " + page.name())
                .toList()
                .toString();
        String got = run.output().stream()
                .filter(line -> line.startsWith(RESULT))
                .findFirst()
                .orElse(RESULT + "nothing")
                .substring(RESULT.length());
        return run.finds(got.equals(wanted), () -> "It returned " + got + "; wanted: " + wanted + ".");
    }
}
