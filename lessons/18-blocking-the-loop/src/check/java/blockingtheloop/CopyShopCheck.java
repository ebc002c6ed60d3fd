package blockingtheloop;

import static java.time.Duration.ofSeconds;

import blockingtheloop.CopyShop.Customer;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Run;
import java.util.List;

/** The machines and the queue are limited, and a customer who gives up frees the machine or the place. */
public final class CopyShopCheck implements Check {

    private static final String BOUND = "A ThreadPoolExecutor takes its number of threads and its queue as parameters."
            + " Which kind of queue has a limit?";

    @Override
    public void check(Exam exam) {
        patientCustomers(exam);
        impatientCustomers(exam);
        otherNumbers(exam);
        leftQueue(exam);
    }

    private static void patientCustomers(Exam exam) {
        Run run = exam.run(() -> CopyShop.serve(
                List.of(
                        customer("Ann", 0, 4, 60),
                        customer("Ben", 1, 4, 60),
                        customer("Cleo", 2, 1, 60),
                        customer("Dan", 3, 1, 60)),
                1,
                2));
        exam.claim(
                "Ann copies from 0 s to 4 s.",
                run.printedAt(ofSeconds(0), "Ann: machine starts")
                        .and(run.printedAt(ofSeconds(4), "Ann: copies are ready"))
                        .next("Start a customer's copies when they arrive."));
        exam.claim(
                "There is one machine, so Ben waits for it until 4 s.",
                run.printedAt(ofSeconds(4), "Ben: machine starts")
                        .because(() -> run.isEarly("Ben: machine starts", ofSeconds(4))
                                ? "There was more than one machine at that time."
                                : "Ben arrived at 1 s, and there were two places in the queue.")
                        .next(BOUND));
        exam.claim(
                "Dan is sent away at once: Ben and Cleo are in the queue.",
                run.printedAt(ofSeconds(3), "Dan: the queue is full")
                        .because(() -> run.isEarly("Dan: the queue is full", ofSeconds(3))
                                ? "Dan arrives at 3 s."
                                : "The queue has two places. With a larger limit, or none, it grows beyond them. A"
                                        + " customer who is sent away must be told.")
                        .next(BOUND + " When the queue is full, let the pool throw, as it does by default."));
        exam.claim(
                "Cleo copies after Ben.",
                run.printedAt(ofSeconds(8), "Cleo: machine starts")
                        .and(run.printedAt(ofSeconds(9), "Cleo: copies are ready"))
                        .because("Cleo was second in the queue.")
                        .next(BOUND));
        exam.claim("The shop closes after 9 s.", run.took(ofSeconds(9)).and(run.leftNothingRunning()));
    }

    private static void impatientCustomers(Exam exam) {
        Run run = exam.runThatMayFail(() -> CopyShop.serve(
                List.of(customer("Eve", 0, 9, 5), customer("Fay", 1, 2, 60), customer("Gus", 2, 9, 7)), 1, 5));
        exam.claim(
                "Eve gives up after 5 s.",
                run.printedAt(ofSeconds(5), "Eve: gave up")
                        .because("Her copies take 9 s, and her patience is 5 s.")
                        .next("The loop can limit the time of a future, which then fails with a TimeoutException."));
        exam.claim(
                "Then her machine stops, and Fay uses it.",
                run.printedAt(ofSeconds(5), "Eve: machine stops")
                        .and(run.printedAt(ofSeconds(5), "Fay: machine starts"))
                        .because("Eve had left, but her machine kept copying.")
                        .next("Cancel a future that interrupts its thread when it is cancelled. The future of"
                                + " supplyAsync does not, and shield prevents it."));
        exam.claim(
                "Gus gives up at 9 s.",
                run.printedAt(ofSeconds(9), "Gus: gave up")
                        .because("He arrived at 2 s, and his patience is 7 s. The time in the queue counts, too.")
                        .next("Start the timeout when the customer arrives."));
        exam.claim("The shop closes after 9 s.", run.took(ofSeconds(9)).and(run.leftNothingRunning()));
    }

    private static void otherNumbers(Exam exam) {
        Run run = exam.run(() -> CopyShop.serve(
                List.of(
                        customer("Hal", 0, 3, 60),
                        customer("Ida", 0, 6, 5),
                        customer("Joe", 1, 3, 60),
                        customer("Kim", 2, 1, 60),
                        customer("Lea", 4, 2, 60)),
                2,
                1));
        exam.claim(
                "It also works with two machines and a queue of one.",
                run.printedAt(ofSeconds(0), "Ida: machine starts")
                        .and(run.printedAt(ofSeconds(2), "Kim: the queue is full"))
                        .and(run.printedAt(ofSeconds(3), "Joe: machine starts"))
                        .and(run.printedAt(ofSeconds(5), "Ida: gave up"))
                        .and(run.printedAt(ofSeconds(6), "Joe: copies are ready"))
                        .and(run.printedAt(ofSeconds(7), "Lea: copies are ready"))
                        .and(run.took(ofSeconds(7)))
                        .rightOnlyFor("one machine", "two machines"));
    }

    private static void leftQueue(Exam exam) {
        Run run = exam.run(() -> CopyShop.serve(
                List.of(customer("Max", 0, 6, 60), customer("Nia", 1, 1, 2), customer("Oli", 4, 1, 60)), 1, 1));
        exam.claim(
                "Nia gives up in the queue, and no machine starts for her.",
                run.printedAt(ofSeconds(3), "Nia: gave up")
                        .and(run.printedAtMost(0, "Nia: machine starts"))
                        .because("Nia left at 3 s. The machine was in use until 6 s.")
                        .next("Cancel her copies, even though they have not started."));
        exam.claim(
                "Her place in the queue is free for Oli.",
                run.printedAt(ofSeconds(7), "Oli: copies are ready")
                        .because("A cancelled task of a pool stays in its queue until a thread takes it out. So Oli"
                                + " found a full queue.")
                        .next("Remove cancelled work from the queue: loop.toThread with a pool does it, and a"
                                + " ThreadPoolExecutor has the methods remove and purge."));
    }

    private static Customer customer(String name, int arrives, int takes, int patience) {
        return new Customer(name, ofSeconds(arrives), ofSeconds(takes), ofSeconds(patience));
    }
}
