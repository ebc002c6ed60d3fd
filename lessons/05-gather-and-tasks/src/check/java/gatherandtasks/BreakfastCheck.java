package gatherandtasks;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import gatherandtasks.Breakfast.Dish;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.List;
import java.util.stream.IntStream;

/** What is started runs while other work is done, is asked for in order, and fails for itself alone. */
public final class BreakfastCheck implements Check {
    private static final Dish COFFEE = new Dish("coffee", ofSeconds(4), true);
    private static final Dish EGGS = new Dish("eggs", ofSeconds(1), true);
    private static final List<Dish> GOOD = List.of(COFFEE, EGGS, new Dish("toast", ofSeconds(2), true));
    private static final List<Dish> SPOILT_TOAST = List.of(COFFEE, EGGS, new Dish("toast", ofSeconds(2), false));
    /** The first, the third and the fifth are spoilt. */
    private static final List<Dish> SIX = IntStream.rangeClosed(1, 6)
            .mapToObj(number -> new Dish("dish " + number, ofSeconds(7 - number), number % 2 == 0))
            .toList();

    @Override
    public void check(Exam exam) {
        Run good = exam.run(() -> serve(GOOD, 3));
        exam.claim(
                "All dishes begin at once, before the table is set.",
                good.printedAt(ZERO, "Cooking coffee")
                        .and(good.printedAt(ZERO, "Cooking eggs"))
                        .and(good.printedAt(ZERO, "Cooking toast"))
                        .because("A dish begins when it is a task, and when whoever made it gives the thread back;"
                                + " Thread.sleep does not.")
                        .next("Create a task for each dish, all of them, before you set the table. Set it with"
                                + " loop.sleep."));
        exam.claim(
                "The table is set at 3 s.",
                good.printedAt(ZERO, "Setting the table").and(good.printedAt(ofSeconds(3), "The table is set")));
        exam.claim(
                "Every dish is ready at its time.",
                good.printedAt(ofSeconds(1), "Ready: eggs")
                        .and(good.printedAt(ofSeconds(2), "Ready: toast"))
                        .because("Thread.sleep holds the one thread: it was over, and nobody could say so.")
                        .next("Set the table with loop.sleep(...).thenRun(...)."));
        exam.claim(
                "What was asked for is served, in that order.",
                served(good, "[coffee, eggs, toast]")
                        .next("gather waits for all, the coffee is not ready at 3 s; and it hands out the results in"
                                + " the order of the tasks."));
        exam.claim(
                "Breakfast takes 4 s, as long as the coffee.",
                good.took(ofSeconds(4))
                        .because(() -> good.elapsed().compareTo(ofSeconds(4)) < 0
                                ? "The coffee was still cooking: nobody waited for it."
                                : "All cook at the same time.")
                        .next("At the end ask for all that is cooking, and only then come back: gather."));

        Run toast = exam.runThatMayFail(() -> serve(SPOILT_TOAST, 3));
        exam.claim(
                "A spoilt toast does not spoil the rest.",
                toast.finds(
                                toast.thrown().isEmpty(),
                                () -> "It threw IllegalStateException: the toast is spoilt, and nobody had breakfast."
                                        + " gather fails with the first failure.")
                        .next("Handle a failure where it belongs, on the task of that one dish: exceptionally(failed"
                                + " -> ...).")
                        .and(toast.finds(
                                        hasTheRest(toast),
                                        () -> "It served " + lastOf(toast)
                                                + ": the coffee and the eggs were good, and are lost with the toast.")
                                .next("Handle the failure on the task of that one dish, not behind gather.")));
        exam.claim(
                "In its place it says that there is none.",
                served(toast, "[coffee, eggs, no toast]").and(toast.took(ofSeconds(4))));

        Run six = exam.runThatMayFail(() -> serve(SIX, 9));
        exam.claim(
                "Of six, three may be spoilt, and the table may take longest: 9 s.",
                served(six, "[no dish 1, dish 2, no dish 3, dish 4, no dish 5, dish 6]")
                        .and(six.took(ofSeconds(9)))
                        .because("So it was right for three dishes, and is not for six."));
    }

    private static void serve(List<Dish> dishes, int settingTheTable) throws Exception {
        IO.println("Served: " + Breakfast.make(dishes, ofSeconds(settingTheTable)));
    }

    private static boolean hasTheRest(Run run) {
        return lastOf(run).matches("\\[coffee, eggs\\b.*");
    }

    private static String lastOf(Run run) {
        return run.output().isEmpty() ? "nothing" : run.output().getLast().replace("Served: ", "");
    }

    private static Finding served(Run run, String wanted) {
        String last = lastOf(run);
        return run.finds(last.equals(wanted), () -> "It served " + last + "; wanted: " + wanted + ".");
    }
}
