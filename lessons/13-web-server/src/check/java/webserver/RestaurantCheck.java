package webserver;

import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Run;
import java.util.List;
import webserver.Restaurant.Guest;

/**
 * Guests outside are turned away at closing time, those at a table may finish, and none stays after the grace period.
 */
public final class RestaurantCheck implements Check {

    @Override
    public void check(Exam exam) {
        evening(exam);
        earlyEnd(exam);
        otherNumbers(exam);
        noGuests(exam);
    }

    private static void evening(Exam exam) {
        Run run = exam.runAndWatch(
                ofSeconds(60),
                () -> Restaurant.open(
                        List.of(guest("Ann", 0, 12), guest("Ben", 1, 50), guest("Cleo", 2, 3), guest("Bob", 3, 3)),
                        2,
                        ofSeconds(10),
                        ofSeconds(5)));
        exam.claim(
                "Ann eats until 12 s, two seconds after closing time.",
                run.printedAt(ofSeconds(12), "Ann has eaten")
                        .because("An orderly shutdown completes what is in progress.")
                        .next("At closing time, stop accepting, and wait. Ask guests to leave only after the grace"
                                + " period. Which shutdown method of the executor does not interrupt?"));
        exam.claim(
                "Cleo and Bob wait outside, and are turned away at 10 s.",
                run.printedAt(ofSeconds(10), "Sorry, Cleo, we are closed")
                        .and(run.printedAt(ofSeconds(10), "Sorry, Bob, we are closed"))
                        .because(() -> run.output().stream().anyMatch(line -> line.startsWith("Cleo "))
                                ? "Cleo got a table after closing time: shutdown() still runs the tasks in the queue."
                                : "The guests outside are the tasks in the pool's queue.")
                        .next("Take the waiting tasks out of the pool's queue before you wait. A ThreadPoolExecutor has"
                                + " getQueue(), and execute() puts your own Runnable into it, not a wrapper."));
        exam.claim(
                "Cleo came before Bob, so she is told first, and guests at a table are not turned away.",
                run.printedBefore("Sorry, Cleo, we are closed", "Sorry, Bob, we are closed")
                        .and(run.printedAtMost(0, "Sorry, Ann, we are closed"))
                        .and(run.printedAtMost(0, "Sorry, Ben, we are closed")));
        exam.claim(
                "Ben is asked to leave at 15 s, when the grace period is over.",
                run.printedAt(ofSeconds(15), "Ben is asked to leave")
                        .because("The grace period is 5 s for all guests together, from closing time on.")
                        .next("awaitTermination waits for a limited time. After that, interrupt those who are left:"
                                + " shutdownNow() does that."));
        exam.claim(
                "open returns at 16 s, when Ben has left.",
                run.printedAt(ofSeconds(16), "Ben has left")
                        .and(run.took(ofSeconds(16)))
                        .and(run.leftNothingRunning())
                        .because("An interrupt is a request. Ben needs a second to leave.")
                        .next("Wait again after the interrupt: the executor's close() does that."));
    }

    private static void earlyEnd(Exam exam) {
        Run run = exam.run(
                () -> Restaurant.open(List.of(guest("Dan", 0, 2), guest("Eve", 1, 6)), 3, ofSeconds(4), ofSeconds(60)));
        exam.claim(
                "When the last guest has eaten at 7 s, open returns, although the grace period is 60 s.",
                run.printedAt(ofSeconds(7), "Eve has eaten")
                        .and(run.took(ofSeconds(7)))
                        .because("The grace period is a limit, not a pause.")
                        .next("Wait for the guests with a timeout instead of sleeping."));
    }

    private static void otherNumbers(Exam exam) {
        Run run = exam.run(() -> Restaurant.open(
                List.of(
                        guest("Fay", 0, 3),
                        guest("Gus", 0, 40),
                        guest("Hal", 1, 40),
                        guest("Ida", 2, 40),
                        guest("Joe", 5, 40)),
                3,
                ofSeconds(8),
                ofSeconds(20)));
        exam.claim(
                "It also works with three tables and a grace period of 20 s.",
                run.printedAt(ofSeconds(3), "Fay has eaten")
                        .and(run.printedAt(ofSeconds(8), "Sorry, Joe, we are closed"))
                        .and(run.printedAt(ofSeconds(28), "Gus is asked to leave"))
                        .and(run.printedAt(ofSeconds(28), "Hal is asked to leave"))
                        .and(run.printedAt(ofSeconds(28), "Ida is asked to leave"))
                        .and(run.took(ofSeconds(29)))
                        .rightOnlyFor("one guest who stays", "three"));
    }

    private static void noGuests(Exam exam) {
        Run run = exam.run(() -> Restaurant.open(List.of(), 2, ofSeconds(9), ofSeconds(5)));
        exam.claim(
                "Without guests, the restaurant is open until closing time, and then closes at once.",
                run.took(ofSeconds(9)).rightOnlyFor("an evening with guests", "an empty restaurant"));
    }

    private static Guest guest(String name, int arrives, int eats) {
        return new Guest(name, ofSeconds(arrives), ofSeconds(eats));
    }
}
