package eventloop;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.stream.IntStream;

/** One thread, callbacks in the order of their moments, and none that ends the loop. */
public final class RemindersCheck implements Check {

    @Override
    public void check(Exam exam) {
        Run kitchen = exam.run(RemindersCheck::eggsAndTea);
        exam.claim(
                "What is due first is called first.",
                kitchen.printedInAnyOrder("The tea is done", "The eggs are done")
                        .and(kitchen.finds(
                                        isFirst(kitchen),
                                        () -> "The tea was due at 2 s, and called at "
                                                + Run.seconds(kitchen.timeOf("The tea is done")
                                                        .orElse(ZERO))
                                                + ": it waited behind the eggs, which were asked for first.")
                                .next("Which of those waiting is to be next? The one whose moment comes"
                                        + " first: which queue knows?")));
        exam.claim(
                "Each is called at its moment.",
                kitchen.printedAt(ofSeconds(2), "The tea is done")
                        .and(kitchen.printedAt(ofSeconds(5), "The eggs are done"))
                        .because("Some of its time had gone by already.")
                        .next("Sleep for what is left until its moment: its due time, minus now()."));
        exam.claim(
                "One thread calls them all: the one that calls run.",
                kitchen.finds(
                                kitchen.threadsStarted() == 0,
                                () -> "It started "
                                        + (kitchen.threadsStarted() == 1
                                                ? "a thread"
                                                : kitchen.threadsStarted() + " threads")
                                        + ". All is to be called on the one that calls run.")
                        .next("Do not wait for each on a thread: sleep until the first is due, call it, and look"
                                + " again."));

        Run breakfast = exam.runThatMayFail(RemindersCheck::breakfast);
        exam.claim(
                "A callback that throws does not end the loop.",
                breakfast
                        .finds(
                                breakfast.thrown().isEmpty(),
                                () -> "It threw IllegalStateException: the toast is black, and whoever was to be"
                                        + " called later was not. One callback must not end the loop.")
                        .next("Catch it where you call the callback."));
        exam.claim(
                "What is asked for meanwhile is called, too.",
                breakfast
                        .finds(
                                breakfast.timeOf("The second cup is done").isPresent(),
                                () -> "\"The second cup is done\" never came. A callback asked for it while run is"
                                        + " running.")
                        .next("Look afresh at what is waiting, each time; run is over when nothing is."));
        exam.claim(
                "A failure is told.",
                breakfast
                        .printedAt(ofSeconds(1), "Failed: the toast is black")
                        .because("What is caught and not told, nobody hears of.")
                        .next("In the catch: print \"Failed: \" and its message."));
        exam.claim(
                "The second cup takes its time from when it was asked for.",
                breakfast.printedAt(ofSeconds(4), "The second cup is done").and(breakfast.took(ofSeconds(6))));

        Run odd = exam.run(RemindersCheck::oddMoments);
        exam.claim(
                "Not a moment too late: at 0.35 s and at 1.234 s.",
                odd.printedAt(ofMillis(350), "The tea is done")
                        .and(odd.printedAt(ofMillis(1234), "The eggs are done"))
                        .next("Do not look every now and then: sleep until the next one is due, and no longer."));
        exam.claim("Fifty come in the order of their moments.", fiftyInOrder(exam));
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

    private static void oddMoments() throws Exception {
        var reminders = new Reminders();
        reminders.callLater(ofMillis(1234), () -> IO.println("The eggs are done"));
        reminders.callLater(ofMillis(350), () -> IO.println("The tea is done"));
        reminders.run();
    }

    private static Finding fiftyInOrder(Exam exam) {
        var moments =
                IntStream.range(0, 50).mapToObj(i -> ofSeconds(1 + i * 37 % 50)).toList();
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
