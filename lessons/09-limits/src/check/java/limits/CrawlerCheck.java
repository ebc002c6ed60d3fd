package limits;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import limits.Crawler.Page;

/** The limit is never exceeded, no permit is unused while a page waits, and none is lost or released twice. */
public final class CrawlerCheck implements Check {
    private static final String RESULT = "Result: ";
    /** With two permits, index holds one for 3 s, and news, about and contact use the other in turn. */
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
                "fetchAll returns when all fetches have ended.",
                four.leftNothingRunning()
                        .because("fetchAll did not wait for the pages.")
                        .next("Close the executor with try, or join the threads."));
        exam.claim(
                "At most two pages are fetched at the same time.",
                atMost(four, 2)
                        .next("Acquire a permit before the fetch, and release it after the fetch. All fetches share one"
                                + " semaphore, or a pool with as many threads as the limit."));
        exam.claim(
                "The results are in the order of the pages.",
                result(four, FOUR)
                        .because(() ->
                                isOtherOrder(four) ? "The order in which the pages arrive depends on timing." : "")
                        .next(() -> isOtherOrder(four)
                                ? "Keep one future per page, and read the futures in the order of the pages."
                                : "Return one result per page: its name, or \"no \" and its name if it is broken."));
        exam.claim(
                "No page waits while a permit is free, 3 s in total.",
                noneWaits(four).and(four.took(ofSeconds(3))));

        Run twenty = exam.run(() -> IO.println(RESULT + new Crawler(5).fetchAll(TWENTY)));
        exam.claim(
                "Twenty pages, at most five at once, take four rounds: 4 s.",
                atMost(twenty, 5)
                        .and(twenty.took(ofSeconds(4)))
                        .and(result(twenty, TWENTY))
                        .because("It is right for a limit of two and four pages, but not for five and twenty.")
                        .next("The number of permits is the limit of the crawler."));

        Run shared = exam.run(() -> callTwiceAtOnce(new Crawler(2)));
        exam.claim(
                "Two calls of one crawler share its limit.",
                atMost(shared, 2)
                        .because("Each call has its own limit, and the site receives the sum.")
                        .next("Make the semaphore or the pool a field of the crawler, so that all calls share it."));

        Run two = exam.run(CrawlerCheck::callTwoCrawlers);
        exam.claim(
                "Two crawlers have limits of their own.",
                atMost(two, 1)
                        .and(two.took(ofSeconds(6)))
                        .because("The second crawler has a limit of five, and the first one still has a limit of one.")
                        .next("Keep the semaphore or the pool in a field of each crawler, which is not static."));

        Run again = exam.run(() -> callAgainAfterInterrupt(new Crawler(5)));
        exam.claim(
                "After an interrupted call, the limit is the same.",
                atMost(again, 5)
                        .because("A fetch was interrupted in acquire, and released a permit that it never had.")
                        .next("Put acquire before try: if it throws, there is no permit to release."));
    }

    private static void callTwiceAtOnce(Crawler crawler) throws Exception {
        Callable<List<String>> call = () -> crawler.fetchAll(FOUR);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var fetched : callers.invokeAll(List.of(call, call))) {
                fetched.get();
            }
        }
    }

    /** The crawler that is called has a limit of one, and another one is created after it. */
    private static void callTwoCrawlers() throws Exception {
        var slow = new Crawler(1);
        var fast = new Crawler(5);
        slow.fetchAll(FOUR);
        fast.fetchAll(List.of());
    }

    /** Interrupts the first call while five of its pages are fetched and fifteen wait. */
    private static void callAgainAfterInterrupt(Crawler crawler) throws Exception {
        Thread first = Thread.ofVirtual().name("first call").start(() -> {
            try {
                crawler.fetchAll(TWENTY);
            } catch (Exception interrupted) {
                Thread.currentThread().interrupt(); // ends this call
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
        return run.finds(
                peak <= limit,
                () -> "Expected at most " + limit + (limit == 1 ? " page" : " pages") + " at the same time, but " + peak
                        + " were fetched.");
    }

    /** Index needs the whole 3 s, so the other three pages follow each other. */
    private static Finding noneWaits(Run four) {
        return four.printedAt(ZERO, "Fetching index")
                .and(four.printedAt(ZERO, "Fetching news"))
                .because("A page waited although a permit was free: one page was fetched at a time, but two are"
                        + " allowed.")
                .next("Fetch each page on a thread of its own, and let each take one permit.")
                .and(four.printedAt(ofSeconds(1), "Fetching about")
                        .and(four.printedAt(ofSeconds(2), "Fetching contact"))
                        .because(() -> isPermitLost(four)
                                ? "The page news is broken, and a permit was never released after its exception."
                                : "A page waited although a permit was free: it waited for a slow page that began"
                                        + " earlier.")
                        .next(() -> isPermitLost(four)
                                ? "Release the permit in finally: it runs after an exception too."
                                : "Do not wait for a whole round, or for the oldest page. Let each page wait for a"
                                        + " permit on a thread of its own."));
    }

    /** Whether about and contact were fetched one after the other when index had ended. */
    private static boolean isPermitLost(Run four) {
        return four.isEarly("Fetching about", four.timeOf("Fetching contact").orElse(ZERO))
                && !four.isEarly("Fetching about", four.timeOf("Ended index").orElse(ZERO));
    }

    /** Whether all results are there, in another order. */
    private static boolean isOtherOrder(Run run) {
        return run.output().stream()
                .filter(line -> line.startsWith(RESULT))
                .map(line -> line.substring(RESULT.length() + 1, line.length() - 1))
                .anyMatch(list -> Set.of(list.split(", ")).equals(Set.of("index", "no news", "about", "contact")));
    }

    private static Finding result(Run run, List<Page> pages) {
        String expected = pages.stream()
                .map(page -> page.works() ? page.name() : "no " + page.name())
                .toList()
                .toString();
        String actual = run.output().stream()
                .filter(line -> line.startsWith(RESULT))
                .findFirst()
                .orElse(RESULT + "nothing")
                .substring(RESULT.length());
        return run.returned("fetchAll", expected, actual);
    }
}
