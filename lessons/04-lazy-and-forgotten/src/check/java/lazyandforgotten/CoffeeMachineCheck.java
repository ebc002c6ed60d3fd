package lazyandforgotten;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;

/** The work is described in the evening, and started in the morning. */
public final class CoffeeMachineCheck implements Check {
    private static final int SCHEDULES = 20;

    @Override
    public void check(Exam exam) {
        Run coffee = exam.run(() -> CoffeeMachine.serve("coffee", ofSeconds(8)));
        exam.claim(
                "The machine brews at 8 s, after the night.",
                coffee.printedAt(ofSeconds(8), "Brewing coffee")
                        .next("A Callable is lazy: create it in the evening. In the morning submit it, or call() it."));
        exam.claim(
                "You serve fresh coffee at 11 s.",
                coffee.printedAt(ofSeconds(11), "Fresh coffee")
                        .because(() -> coffee.count("Brewing coffee") > 1
                                ? "The machine brewed " + coffee.count("Brewing coffee") + " times."
                                : "")
                        .next("Submit the work once. Print the result of that future: get() waits for it."));
        exam.claim(
                "The night takes 8 s.",
                coffee.printedAt(ZERO, "Good night")
                        .and(coffee.printedAt(ofSeconds(8), "Good morning"))
                        .next("Sleep for the night between the two lines."));
        exam.claim(
                "serve returns when no thread is running.",
                coffee.leftNothingRunning().next("Close the executor with try-with-resources."));
        exam.claim(
                "The machine never starts before the morning.",
                exam.runUnderSchedules(SCHEDULES, () -> CoffeeMachine.serve("coffee", ofSeconds(8))).stream()
                        .map(CoffeeMachineCheck::afterMorning)
                        .reduce(Finding::and)
                        .orElseThrow());

        Run tea = exam.run(() -> CoffeeMachine.serve("tea", ofSeconds(2)));
        exam.claim(
                "After a night of 2 s, you serve tea at 5 s.",
                tea.printedAt(ofSeconds(2), "Brewing tea")
                        .and(tea.printedAt(ofSeconds(5), "Fresh tea"))
                        .rightOnlyFor("a night of 8 s", "one of 2 s"));
    }

    private static Finding afterMorning(Run run) {
        return run.finds(
                        run.output().indexOf("Good morning") < run.output().indexOf("Brewing coffee"),
                        () -> "Expected \"Good morning\" first, but under another schedule \"Brewing coffee\" was"
                                + " printed before \"Good morning\". The work was started in the evening.")
                .next("Start the work after \"Good morning\".");
    }
}
