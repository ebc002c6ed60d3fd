package fetch;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import fetch.Directory.Server;
import fetch.Directory.User;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** The requests for names need the numbers, but not each other. */
public final class DirectoryCheck implements Check {
    private static final String PREFIX = "Names: ";

    private static final Server THREE = new Server(List.of(
            new User(1, "Alice", ofSeconds(1)),
            new User(2, "Bob", ofSeconds(3)),
            new User(3, "Charlie", ofSeconds(2))));
    /** The later a request in the list, the sooner its response. */
    private static final Server THIRTY = new Server(IntStream.rangeClosed(1, 30)
            .mapToObj(number -> new User(number, "User " + number, ofSeconds(31 - number)))
            .toList());

    /** The numbers have gaps, and the server returns them in no order. */
    private static final Server GAPS = new Server(List.of(
            new User(7, "Gina", ofSeconds(2)), new User(3, "Carl", ofSeconds(3)), new User(12, "Leo", ofSeconds(1))));

    @Override
    public void check(Exam exam) {
        Run three = exam.run(() -> IO.println(PREFIX + Directory.names(THREE)));
        exam.claim(
                "names returns when all its threads have ended.",
                three.leftNothingRunning()
                        .because("names did not wait for the responses.")
                        .next("Start all requests, and then wait for all: close the executor with try-with-resources,"
                                + " or join the threads."));
        exam.claim(
                "The numbers are requested once, at 0 s.",
                three.printedAt(ZERO, "GET /users")
                        .next("Call ids() first: the names need the numbers.")
                        .and(three.printedAtMost(1, "GET /users")
                                .because("Each call of ids() sends a request, and takes 1 s.")
                                .next("Call ids() once, and keep the list in a variable.")));
        exam.claim(
                "All names are requested at 1 s, when the numbers are known.",
                three.printedAt(ofSeconds(1), "GET /users/1")
                        .and(three.printedAt(ofSeconds(1), "GET /users/2"))
                        .and(three.printedAt(ofSeconds(1), "GET /users/3"))
                        .because(() -> three.waitForLock()
                                .map(line -> "Its thread waited for a lock (" + line + ") that the thread of another"
                                        + " request held.")
                                .orElse("The request waited for a response that it does not need."))
                        .next(() -> three.waitForLock().isPresent()
                                ? "Do not hold a lock while you wait for a response. The server is thread-safe, so its"
                                        + " methods need no lock."
                                : "Start all requests for names before the first get()."));
        exam.claim(
                "The names are in the order of the numbers.",
                returned(three, "[Alice, Bob, Charlie]")
                        .because("Responses arrive in any order, but the names must be in the order of the numbers.")
                        .next("Keep the futures in the order of the numbers, and call get() in that order."));
        exam.claim("It takes 4 s: 1 s for the numbers, and 3 s for the slowest name.", three.took(ofSeconds(4)));

        Run gaps = exam.run(DirectoryCheck::namesOfNumbersWithGaps);
        exam.claim(
                "The numbers may be any, such as 7, 3 and 12.",
                requested(gaps, 7)
                        .and(requested(gaps, 3))
                        .and(requested(gaps, 12))
                        .and(returned(gaps, "[Gina, Carl, Leo]")
                                .because("ids() returned 7, 3 and 12, in this order.")
                                .next("Return the names in the order in which ids() returns the numbers."))
                        .and(gaps.took(ofSeconds(4))));

        Run thirty = exam.run(() -> IO.println(PREFIX + Directory.names(THIRTY)));
        exam.claim(
                "Thirty users take 31 s: 1 s for the numbers, and 30 s for the slowest name.",
                thirty.took(ofSeconds(31))
                        .next("A request blocks its thread until the response is there. Use one thread per request;"
                                + " virtual threads are cheap.")
                        .and(returned(
                                thirty,
                                THIRTY.users().stream().map(User::name).toList().toString()))
                        .because("It is right for three users, but not for thirty."));

        int count = exam.unknownCount();
        Run many = exam.run(() -> Directory.names(school(count, ofSeconds(1))));
        exam.claim(
                "Any number of users takes 2 s if each name takes 1 s.",
                many.took(ofSeconds(2))
                        .because(() -> "There were " + count + " users.")
                        .next("Do not write a number of threads into your code: a hard-coded number is too small for"
                                + " some list. Use one thread per request."));
    }

    private static Server school(int users, Duration latency) {
        return new Server(IntStream.rangeClosed(1, users)
                .mapToObj(number -> new User(number, "User " + number, latency))
                .toList());
    }

    private static void namesOfNumbersWithGaps() throws Exception {
        try {
            IO.println(PREFIX + Directory.names(GAPS));
        } catch (NoSuchElementException | ExecutionException | CompletionException unknownNumber) {
            IO.println(PREFIX + "none");
        }
    }

    private static Finding requested(Run gaps, int number) {
        return gaps.printedAt(ofSeconds(1), "GET /users/" + number)
                .explainedBy(
                        "ids() returned 7, 3 and 12.", "Use the numbers that ids() returns, not those from 1 to n.");
    }

    private static Finding returned(Run run, String expected) {
        String actual = run.output().stream()
                .filter(line -> line.startsWith(PREFIX))
                .findFirst()
                .orElse(PREFIX + "none")
                .substring(PREFIX.length());
        return run.returned("names", expected, actual);
    }
}
