package deadlocks;

import static java.time.Duration.ofSeconds;

import deadlocks.Kitchen.Recipe;
import deadlocks.Kitchen.Stove;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Any number of cooks prepares recipes of any depth, each dish after its parts, without more cooks than allowed. */
public final class KitchenCheck implements Check {
    private static final int FEW = 3;
    private static final int MANY = 40;
    /** Causes may form a cycle. */
    private static final int MAX_CAUSES = 20;

    private static final String NEVER_WAIT =
            "A cook must not wait for a task of the same pool. Submit a dish when all its parts are ready.";

    private static final Recipe PIZZA = dish("Pizza", dish("Dough"));
    private static final Recipe DINNER = dish("Dinner", PIZZA);
    private static final Recipe TWO_CAKES =
            dish("Coffee party", dish("Apple cake", dish("Apples")), dish("Plum cake", dish("Plums")));
    private static final Recipe SALAD = dish("Salad", dish("Beans"), dish("Corn"));

    @Override
    public void check(Exam exam) {
        Run pizza = prepare(exam, PIZZA, 1);
        exam.claim("One cook prepares a pizza after its dough.", complete(pizza, PIZZA));
        exam.claim("A pizza takes two seconds.", pizza.took(ofSeconds(2)));
        Run dinner = prepare(exam, DINNER, 2);
        exam.claim(
                "Two cooks prepare a dinner of three steps, in three seconds.",
                complete(dinner, DINNER).and(dinner.took(ofSeconds(3))));

        Run salad = prepare(exam, SALAD, 2);
        exam.claim(
                "Two parts of a salad are cooked at the same time.",
                complete(salad, SALAD)
                        .and(salad.took(ofSeconds(2))
                                .because("Beans and corn do not need each other, and both cooks are free.")
                                .next("Start all parts before you wait for any of them.")));

        Run buffet = prepare(exam, wide(5), 2);
        exam.claim(
                "Two cooks never cook more than two dishes at the same time.",
                atMost(buffet, 2).and(complete(buffet, wide(5))));
        exam.claim(
                "Two cooks need three seconds for five parts, and one for the dish.",
                buffet.took(ofSeconds(4)).because("Each cook should start the next part as soon as it is free."));

        Run two = prepare(exam, TWO_CAKES, 2);
        exam.claim(
                "No cook waits while there is something to cook.",
                complete(two, TWO_CAKES)
                        .and(two.took(ofSeconds(3))
                                .because(
                                        "A cook waited for a part, although another dish could be cooked at that time.")
                                .next(NEVER_WAIT)));

        Run burnt = exam.runThatMayFail(() -> Kitchen.prepare(DINNER, 2, dish -> {
            if (dish.equals("Pizza")) {
                throw new IllegalStateException("burnt");
            }
            pause();
        }));
        exam.claim(
                "If the pizza burns, prepare throws an exception.",
                burnt.finds(
                                burnt.threwOrWrapped(IllegalStateException.class, "burnt"),
                                () -> "Expected the exception of the stove, but prepare threw "
                                        + burnt.thrown().map(Run::described).orElse("nothing") + ".")
                        .because("The pizza was burnt, so there is no dinner.")
                        .next("Do not swallow the exception. Let it reach the future that prepare waits for."));

        int steps = FEW + exam.unknownCount() % MANY;
        Run deep = prepare(exam, deep(steps), 2);
        exam.claim("The depth does not matter.", complete(deep, deep(steps)).and(deep.took(ofSeconds(steps))));
        Run many = prepare(exam, wide(2 * steps), steps);
        exam.claim(
                "The number of cooks does not matter.",
                atMost(many, steps)
                        .and(complete(many, wide(2 * steps)))
                        .and(many.took(ofSeconds(3))
                                .because("There are twice as many parts as cooks. So each cook cooks two parts, and"
                                        + " none is ever idle.")
                                .next("Submit all parts to a pool with as many threads as cooks.")));
        exam.claim("No thread is left.", many.leftNothingRunning());
    }

    private static Run prepare(Exam exam, Recipe recipe, int cooks) {
        Run run = exam.runThatMayFail(() -> Kitchen.prepare(recipe, cooks, stove()));
        run.thrown()
                .ifPresent(failure -> exam.claim(
                        "prepare returns.",
                        explained(
                                run.finds(
                                        false,
                                        () -> "Expected prepare to return, but it threw " + named(failure) + "."),
                                failure)));
        return run;
    }

    private static Finding explained(Finding finding, Throwable failure) {
        if (isCausedBy(failure, TimeoutException.class)) {
            return finding.because("The stove works, but a cook waited too long.")
                    .next(NEVER_WAIT);
        }
        return isCausedBy(failure, RejectedExecutionException.class)
                ? finding.because("A dish was submitted after the pool had been closed.")
                        .next("Wait for the dish in prepare, before the pool is closed.")
                : finding.because("The stove works, so the cause is in your code.")
                        .next("Fix this exception first.");
    }

    /** Without the message of a RejectedExecutionException, which describes the pool in a hundred characters. */
    private static String named(Throwable failure) {
        return isCausedBy(failure, RejectedExecutionException.class)
                ? RejectedExecutionException.class.getSimpleName()
                : Run.described(failure);
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(type::isInstance);
    }

    /** Prints when a dish is started, with the number of dishes on the stove, and when it is ready. */
    private static Stove stove() {
        var cooking = new AtomicInteger();
        return dish -> {
            IO.println(cooking.incrementAndGet() + ": " + dish);
            pause();
            cooking.decrementAndGet();
            IO.println(dish + " is ready");
        };
    }

    private static void pause() {
        try {
            Thread.sleep(ofSeconds(1));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("a cook was interrupted", stopped);
        }
    }

    private static Finding atMost(Run run, int cooks) {
        int most = run.output().stream()
                .filter(line -> line.contains(": "))
                .mapToInt(line -> Integer.parseInt(line.substring(0, line.indexOf(':'))))
                .max()
                .orElse(0);
        return run.finds(
                        most <= cooks,
                        () -> "Expected at most " + cooks + " dishes on the stove, but there were " + most + ".")
                .because("There are only " + cooks + " cooks.")
                .next("Use a pool with one thread for each cook, or acquire a permit of a Semaphore around each call"
                        + " of stove.cook.");
    }

    /** The dish and all its parts were cooked, each after its own parts. */
    private static Finding complete(Run run, Recipe recipe) {
        Finding whole = run.finds(
                        ready(run, recipe) >= 0,
                        () -> "Expected " + recipe.name() + " to be ready, but it was never cooked.")
                .because("prepare returned too early.")
                .next("Wait for the dish in prepare, before the pool is closed.");
        return recipe.parts().stream()
                .map(part -> complete(run, part)
                        .and(run.finds(
                                        ready(run, part) < started(run, recipe),
                                        () -> "Expected " + part.name() + " to be ready first, but " + recipe.name()
                                                + " was started before its part.")
                                .because("A dish needs all its parts.")
                                .next("Cook a dish when all its parts are ready, for example after allOf.")))
                .reduce(whole, Finding::and);
    }

    private static int ready(Run run, Recipe recipe) {
        return run.output().indexOf(recipe.name() + " is ready");
    }

    private static int started(Run run, Recipe recipe) {
        List<String> lines = run.output();
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).endsWith(": " + recipe.name()))
                .findFirst()
                .orElse(lines.size());
    }

    private static Recipe dish(String name, Recipe... parts) {
        return new Recipe(name, List.of(parts));
    }

    private static Recipe wide(int parts) {
        return new Recipe(
                "Buffet",
                IntStream.rangeClosed(1, parts)
                        .mapToObj(number -> dish("Dish " + number))
                        .toList());
    }

    private static Recipe deep(int steps) {
        Recipe cake = dish("Layer 1");
        for (int layer = 2; layer <= steps; layer++) {
            cake = dish("Layer " + layer, cake);
        }
        return cake;
    }
}
