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

/** All dishes cook during other work, are served in order, and a failed dish does not affect the others. */
public final class BreakfastCheck implements Check {
    private static final Dish COFFEE = new Dish("coffee", ofSeconds(4), true);
    private static final Dish EGGS = new Dish("eggs", ofSeconds(1), true);
    private static final List<Dish> GOOD = List.of(COFFEE, EGGS, new Dish("toast", ofSeconds(2), true));
    private static final List<Dish> RUINED_TOAST = List.of(COFFEE, EGGS, new Dish("toast", ofSeconds(2), false));
    /** The first, the third and the fifth are ruined. */
    private static final List<Dish> SIX = IntStream.rangeClosed(1, 6)
            .mapToObj(number -> new Dish("dish " + number, ofSeconds(7 - number), number % 2 == 0))
            .toList();

    @Override
    public void check(Exam exam) {
        Run good = exam.run(() -> serve(GOOD, 3));
        exam.claim(
                "All dishes start at 0 s, before the table is set.",
                good.printedAt(ZERO, "Cooking coffee")
                        .and(good.printedAt(ZERO, "Cooking eggs"))
                        .and(good.printedAt(ZERO, "Cooking toast"))
                        .because(() -> good.sleptOnTheLoop()
                                ? "A task starts only when the code that created it has returned to the loop."
                                : "")
                        .next(() -> good.sleptOnTheLoop()
                                ? "Set the table with loop.sleep."
                                : "Create a task for every dish before you set the table. A stream creates nothing"
                                        + " until you collect it, with toList()."));
        exam.claim(
                "The table is set at 3 s.",
                good.printedAt(ZERO, "Setting the table").and(good.printedAt(ofSeconds(3), "The table is set")));
        exam.claim(
                "Every dish is ready on time.",
                good.printedAt(ofSeconds(1), "Ready: eggs")
                        .and(good.printedAt(ofSeconds(2), "Ready: toast"))
                        .because(() -> good.sleptOnTheLoop()
                                ? "Thread.sleep blocks the loop's only thread, so the timer of the dish could not run."
                                : "")
                        .next("Set the table with loop.sleep(...).thenRun(...)."));
        exam.claim(
                "The dishes are served in the given order.",
                served(good, "[coffee, eggs, toast]")
                        .next("The coffee is not ready at 3 s. gather waits for all tasks, and returns their results in"
                                + " the order of the tasks."));
        exam.claim(
                "Breakfast takes 4 s, as long as the coffee.",
                good.took(ofSeconds(4))
                        .because(() -> {
                            if (good.count("Cooking coffee") > 1) {
                                return "The coffee was cooked " + good.count("Cooking coffee") + " times.";
                            }
                            return good.elapsed().compareTo(ofSeconds(4)) < 0
                                    ? "The coffee was still cooking."
                                    : "All dishes should cook at the same time.";
                        })
                        .next("After setting the table, wait for all dishes: gather."));

        Run toast = exam.runThatMayFail(() -> serve(RUINED_TOAST, 3));
        exam.claim(
                "A ruined toast does not affect the other dishes.",
                toast.finds(
                                toast.thrown().isEmpty(),
                                () -> "Expected [coffee, eggs, no toast], but make threw "
                                        + toast.thrown()
                                                .map(BreakfastCheck::described)
                                                .orElseThrow()
                                        + ". gather fails with the first exception.")
                        .next("Handle the exception on the task of that one dish: exceptionally(failed -> ...).")
                        .and(toast.finds(
                                        hasTheRest(toast),
                                        () -> "Expected [coffee, eggs, no toast], but it served " + lastOf(toast)
                                                + ". The coffee and the eggs were lost with the toast.")
                                .next("Handle the exception on the task of that one dish, not after gather.")));
        exam.claim(
                "In its place, \"no toast\" is served.",
                served(toast, "[coffee, eggs, no toast]")
                        .next("The result of a ruined dish is \"no \" + dish.name().")
                        .and(toast.finds(
                                        toast.count("Ready: coffee") > 0,
                                        () -> "Expected \"Ready: coffee\" at 4 s, but breakfast was served at "
                                                + Run.seconds(toast.elapsed()) + ", without coffee.")
                                .because("gather fails with the first exception, and does not wait for the other"
                                        + " dishes.")
                                .next("Handle the exception on the task of that one dish, before gather. Then gather"
                                        + " waits for all."))
                        .and(toast.took(ofSeconds(4))));

        Run six = exam.runThatMayFail(() -> serve(SIX, 9));
        exam.claim(
                "Three of six dishes may fail, and setting the table may take longest: 9 s.",
                served(six, "[no dish 1, dish 2, no dish 3, dish 4, no dish 5, dish 6]")
                        .and(six.took(ofSeconds(9)))
                        .because(() -> lastOf(six).contains("no toast")
                                ? "You serve \"no toast\" for every ruined dish."
                                : "It is right for three dishes, but not for six.")
                        .next(() -> lastOf(six).contains("no toast")
                                ? "Use the name of the dish that is ruined: \"no \" + dish.name()."
                                : "Wait for the dishes and for the table, whatever takes longest."));
    }

    private static String described(Throwable failure) {
        return Run.described(failure.getCause() == null ? failure : failure.getCause());
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

    private static Finding served(Run run, String expected) {
        String last = lastOf(run);
        return run.finds(last.equals(expected), () -> "Expected " + expected + ", but it served " + last + ".");
    }
}
