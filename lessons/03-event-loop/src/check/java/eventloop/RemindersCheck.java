package eventloop;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** One thread, callbacks in the order of their due times, and no callback that ends the loop. */
public final class RemindersCheck implements Check {
    /** A sleep may be split into a few. */
    private static final int MANY_SLEEPS = 20;

    @Override
    public void check(Exam exam) {
        Run kitchen = exam.run(RemindersCheck::eggsAndTea);
        exam.claim(
                "Callbacks run in the order of their due times.",
                kitchen.printedInAnyOrder("The tea is done", "The eggs are done")
                        .and(kitchen.finds(
                                        isFirst(kitchen),
                                        () -> "Expected the tea at 2 s, but it was called at "
                                                + Run.seconds(kitchen.timeOf("The tea is done")
                                                        .orElse(ZERO))
                                                + ": it waited for the eggs, which were requested first.")
                                .next("Always take the reminder that is due first. Which queue of the JDK keeps its"
                                        + " elements in order?")));
        exam.claim(
                "Each callback runs when it is due.",
                kitchen.printedAt(ofSeconds(2), "The tea is done")
                        .and(kitchen.printedAt(ofSeconds(5), "The eggs are done"))
                        .because("Part of the delay had already passed.")
                        .next("Sleep only for the time that is left: the due time minus now()."));
        exam.claim(
                "All callbacks run on the thread that calls run().",
                kitchen.finds(
                                kitchen.threadsStarted() == 0,
                                () -> "Expected no other thread, but "
                                        + (kitchen.threadsStarted() == 1
                                                ? "1 thread was"
                                                : kitchen.threadsStarted() + " threads were")
                                        + " started. All callbacks must run on the thread that calls run().")
                        .next("One thread is enough: sleep until the first reminder is due, call it, and repeat."));

        exam.claim(
                "The thread does not use the processor while it waits.",
                kitchen.finds(
                                !kitchen.isBusyWaiting(),
                                () -> "Expected the thread to sleep until a callback is due, but it looked at the time"
                                        + " again and again.")
                        .because("That is busy waiting: it keeps a processor busy for 5 s.")
                        .next("Do not poll: sleep until the next reminder is due."));

        Run breakfast = exam.runThatMayFail(RemindersCheck::breakfast);
        exam.claim(
                "A callback that throws does not end the loop.",
                breakfast
                        .finds(
                                breakfast.thrown().isEmpty(),
                                () -> "Expected no exception, but run() threw IllegalStateException: the toast is"
                                        + " black. The later callbacks never ran: one callback must not end the"
                                        + " loop.")
                        .next("Catch the exception where you call the callback.")
                        .and(breakfast
                                .finds(
                                        breakfast.timeOf("The tea is done").isPresent(),
                                        () -> "Expected \"The tea is done\" at 2 s, but it was never printed. The toast"
                                                + " failed at 1 s, and the loop ended with it.")
                                .next("Put the try inside the loop, around the call of one callback.")));
        exam.claim(
                "Callbacks that are added while run() is running run, too.",
                breakfast
                        .finds(
                                breakfast.timeOf("The second cup is done").isPresent(),
                                () -> "Expected \"The second cup is done\", but it was never printed. A callback"
                                        + " adds it while run() is running.")
                        .next("Look at the queue again after each callback. Return when it is empty."));
        exam.claim(
                "A failed callback is reported.",
                breakfast
                        .printedAt(ofSeconds(1), "Failed: the toast is black")
                        .because("An exception that is caught and not reported is lost.")
                        .next("In the catch block, print \"Failed: \" and the message of the exception."));
        exam.claim(
                "The delay of the second cup starts when it is requested.",
                breakfast
                        .printedAt(ofSeconds(4), "The second cup is done")
                        .because(() -> breakfast.isEarly("The second cup is done", ofSeconds(6))
                                ? "It was requested at 2 s, with a delay of 2 s."
                                : "It was requested at 2 s, when the eggs were already waiting. It is due before them,"
                                        + " but ran after them.")
                        .next(() -> breakfast.isEarly("The second cup is done", ofSeconds(6))
                                ? "The due time is now() plus the delay."
                                : "Always take the reminder that is due first, also of those that a callback adds. A"
                                        + " list that was sorted once is no longer in order.")
                        .and(breakfast.took(ofSeconds(6))));

        Run odd = exam.run(RemindersCheck::oddMoments);
        exam.claim(
                "Callbacks are not late: 0.35 s and 1.234 s are exact.",
                odd.printedAt(ofMillis(350), "The tea is done")
                        .and(odd.printedAt(ofMillis(1234), "The eggs are done"))
                        .next("Do not poll: sleep until the next reminder is due."));
        exam.claim(
                "The thread sleeps until the next callback is due.",
                kitchen.finds(
                                kitchen.sleeps() <= MANY_SLEEPS,
                                () -> "Expected one sleep per callback, but the thread slept " + kitchen.sleeps()
                                        + " times in 5 s.")
                        .because("Waking up to look at the time again costs processor time.")
                        .next("Do not poll: sleep until the next reminder is due."));

        Run requested = exam.run(RemindersCheck::requestedByACallback);
        exam.claim(
                "A callback that another callback requests is in the same order.",
                requested
                        .printed("The tea is done", "The eggs are done", "The second cup is done")
                        .and(requested.printedAt(ofSeconds(5), "The eggs are done"))
                        .because("The second cup has the shorter delay, but the eggs are due first.")
                        .next("Compare the due times, not the delays. The due time is fixed when the callback is"
                                + " requested."));

        Run soon = exam.run(RemindersCheck::lessThanASecondApart);
        exam.claim(
                "Callbacks that are due less than a second apart run in the order of their due times.",
                soon.printed("The tea is done", "The eggs are done")
                        .next("Compare the whole due time, not only its seconds."));
        Run together = exam.run(RemindersCheck::dueTogether);
        exam.claim(
                "Two callbacks that are due at the same moment both run then.",
                together.printedAt(ofSeconds(2), "The tea is done")
                        .and(together.printedAt(ofSeconds(2), "The eggs are done"))
                        .next("A map keeps one value per key, and a set keeps one of several equal elements. A"
                                + " PriorityQueue keeps them all."));
        Run late = exam.run(RemindersCheck::busyCook);
        exam.claim(
                "A callback that is late because of another one runs at once.",
                late.printedAt(ofSeconds(4), "The eggs are done")
                        .because("The tea took 3 s, and the eggs were due in the meantime.")
                        .next("When the due time has passed, run the callback without a sleep."));
        exam.claim("No callback runs before it is due.", notEarly(exam));
        exam.claim("Fifty callbacks run in the order of their due times.", fiftyInOrder(exam));
    }

    private static void eggsAndTea() throws Exception {
        var reminders = new Reminders();
        reminders.callLater(ofSeconds(5), () -> IO.println("The eggs are done"));
        reminders.callLater(ofSeconds(2), () -> IO.println("The tea is done"));
        reminders.run();
    }

    private static void breakfast() throws Exception {
        var reminders = new Reminders();
        reminders.callLater(ofSeconds(6), () -> IO.println("The eggs are done"));
        reminders.callLater(ofSeconds(1), () -> {
            throw new IllegalStateException("the toast is black");
        });
        reminders.callLater(ofSeconds(2), () -> {
            IO.println("The tea is done");
            reminders.callLater(ofSeconds(2), () -> IO.println("The second cup is done"));
        });
        reminders.run();
    }

    /** The eggs are due at 5 s, and the second cup at 6 s. */
    private static void requestedByACallback() throws Exception {
        var reminders = new Reminders();
        reminders.callLater(ofSeconds(5), () -> IO.println("The eggs are done"));
        reminders.callLater(ofSeconds(2), () -> {
            IO.println("The tea is done");
            reminders.callLater(ofSeconds(4), () -> IO.println("The second cup is done"));
        });
        reminders.run();
    }

    private static void oddMoments() throws Exception {
        var reminders = new Reminders();
        reminders.callLater(ofMillis(1234), () -> IO.println("The eggs are done"));
        reminders.callLater(ofMillis(350), () -> IO.println("The tea is done"));
        reminders.run();
    }

    private static void lessThanASecondApart() throws Exception {
        var reminders = new Reminders();
        reminders.callLater(ofMillis(2900), () -> IO.println("The eggs are done"));
        reminders.callLater(ofMillis(2100), () -> IO.println("The tea is done"));
        reminders.run();
    }

    private static void dueTogether() throws Exception {
        var reminders = new Reminders();
        reminders.callLater(ofSeconds(2), () -> IO.println("The eggs are done"));
        reminders.callLater(ofSeconds(2), () -> IO.println("The tea is done"));
        reminders.run();
    }

    private static void busyCook() throws Exception {
        var reminders = new Reminders();
        reminders.callLater(
                ofSeconds(1), () -> LockSupport.parkNanos(ofSeconds(3).toNanos()));
        reminders.callLater(ofSeconds(2), () -> IO.println("The eggs are done"));
        reminders.run();
    }

    /** A sleep in whole milliseconds ends too early, or up to one millisecond late, which is accepted. */
    private static Finding notEarly(Exam exam) {
        Duration due = ofNanos(1_234_500_000);
        Run run = exam.run(() -> {
            var reminders = new Reminders();
            reminders.callLater(due, () -> IO.println("The tea is done"));
            reminders.run();
        });
        Duration called = run.timeOf("The tea is done").orElse(ZERO);
        return run.finds(
                        called.compareTo(due) >= 0 && called.compareTo(due.plusMillis(1)) <= 0,
                        () -> "Expected \"The tea is done\" at 1.2345 s, but it was printed at " + Run.seconds(called)
                                + ".")
                .because(() -> called.compareTo(due) < 0 ? "toMillis() cuts off the fraction of a millisecond." : "")
                .next("Thread.sleep accepts a Duration: Thread.sleep(next.due().minus(now())).");
    }

    private static Finding fiftyInOrder(Exam exam) {
        var moments = IntStream.range(0, 50)
                .mapToObj(i -> ofMillis(100 + i * 37 % 50 * 100))
                .toList();
        Run run = exam.run(() -> {
            var reminders = new Reminders();
            moments.forEach(moment -> reminders.callLater(moment, () -> IO.println("At " + Run.seconds(moment))));
            reminders.run();
        });
        return run.printed(moments.stream()
                .sorted()
                .map(moment -> "At " + Run.seconds(moment))
                .toArray(String[]::new));
    }

    private static boolean isFirst(Run kitchen) {
        return kitchen.output().getFirst().equals("The tea is done");
    }
}
