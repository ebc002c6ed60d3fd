package fetch;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import fetch.Directory.Server;
import fetch.Directory.User;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.List;
import java.util.stream.IntStream;

/** The names need the numbers, and wait for them; they do not need each other. */
public final class DirectoryCheck implements Check {
    private static final String ANSWER = "Names: ";
    private static final Server THREE = new Server(List.of(
            new User(1, "Alice", ofSeconds(1)),
            new User(2, "Bob", ofSeconds(3)),
            new User(3, "Charlie", ofSeconds(2))));
    /** The later a user is asked for, the sooner the answer is there. */
    private static final Server THIRTY = new Server(IntStream.rangeClosed(1, 30)
            .mapToObj(number -> new User(number, "User " + number, ofSeconds(31 - number)))
            .toList());

    @Override
    public void check(Exam exam) {
        Run three = exam.run(() -> IO.println(ANSWER + Directory.names(THREE)));
        exam.claim(
                "names comes back when nothing of it is left running.",
                three.leftNothingRunning()
                        .because("Nobody waited for the answers.")
                        .next("Start all requests, and then wait for all: close the executor (try-with-resources),"
                                + " or join."));
        exam.claim("The numbers are asked for once, at the start.", three.printedInAnyOrderAt(ZERO, "GET /users"));
        exam.claim(
                "With the numbers known, all names are asked for at once: at 1 s.",
                three.printedAt(ofSeconds(1), "GET /users/1")
                        .and(three.printedAt(ofSeconds(1), "GET /users/2"))
                        .and(three.printedAt(ofSeconds(1), "GET /users/3"))
                        .because("A request waits until another has been answered, and does not need that answer.")
                        .next("Start all of them before you ask any for its result."));
        exam.claim(
                "The names are in the order of the numbers.",
                answer(three, "[Alice, Bob, Charlie]")
                        .because("Answers come in any order; the names are wanted in the order of the numbers.")
                        .next("Keep the futures in the order of the numbers, and ask them in that order."));
        exam.claim("It takes 4 s: the numbers, and the slowest of the names.", three.took(ofSeconds(4)));

        Run thirty = exam.run(() -> IO.println(ANSWER + Directory.names(THIRTY)));
        exam.claim(
                "Thirty users take as long as the slowest of them: 31 s with the numbers.",
                thirty.took(ofSeconds(31))
                        .and(answer(
                                thirty,
                                THIRTY.users().stream().map(User::name).toList().toString()))
                        .because("So it was right for three users, and is not for thirty.")
                        .next("A request that waits holds a thread: there must be one for each. Virtual threads cost"
                                + " next to nothing."));
    }

    private static Finding answer(Run run, String wanted) {
        String got = run.output().stream()
                .filter(line -> line.startsWith(ANSWER))
                .findFirst()
                .orElse(ANSWER + "none")
                .substring(ANSWER.length());
        return run.finds(got.equals(wanted), () -> "It returned " + got + "; wanted: " + wanted + ".");
    }
}
