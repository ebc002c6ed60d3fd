package debugging;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** As long as an order is in the oven, a thread has its name, and all orders are in the oven at the same time. */
public final class CakeShopCheck implements Check {
    private static final String IN = " goes into the oven of ";
    private static final String OUT = " is done by ";
    private static final String CALLER = "The caller is ";

    @Override
    public void check(Exam exam) {
        List<String> three = List.of("rye for Anna", "wheat for Ben", "spelt for Carla");
        Run run = exam.run(() -> bake(three, ofSeconds(1)));
        exam.claim("All three orders go into the oven at the same time.", atTheSameTime(run, three));
        exam.claim(
                "bakeAll returns when all orders are baked, after 1 s.",
                run.leftNothingRunning()
                        .because("It did not wait for all orders.")
                        .next("Join each thread, or close the executor with try-with-resources.")
                        .and(run.took(ofSeconds(1))));
        exam.claim("Each thread has the name of its order when it begins to bake.", named(run, three, IN));
        exam.claim(
                "It keeps this name until the order is baked.",
                named(run, three, OUT)
                        .because("It had the right name at the beginning, but not until it is baked.")
                        .next("Change the name only after the oven has returned."));
        exam.claim(
                "The calling thread keeps its name.",
                run.finds(
                                run.output()
                                        .getLast()
                                        .equals(CALLER + run.output().getFirst()),
                                () -> "Expected the calling thread to keep its name, but it is now called \""
                                        + run.output().getLast().substring(CALLER.length()) + "\".")
                        .because("In a dump, the caller would look like an order, long after that order is baked.")
                        .next("Name the threads that bake, not the one that calls bakeAll."));

        List<String> many = IntStream.rangeClosed(1, exam.unknownCount())
                .mapToObj(number -> "bread " + number)
                .toList();
        Run large = exam.run(() -> bake(many, ofMillis(2_500)));
        exam.claim(
                "The same is true for hundreds of orders.",
                atTheSameTime(large, many)
                        .and(named(large, many, IN))
                        .and(named(large, many, OUT))
                        .and(large.took(ofMillis(2_500)))
                        .rightOnlyFor("three orders", "hundreds of them"));
    }

    private static void bake(List<String> orders, Duration time) throws InterruptedException {
        IO.println(Thread.currentThread().getName());
        CakeShop.bakeAll(orders, order -> {
            IO.println(order + IN + Thread.currentThread().getName());
            Thread.sleep(time);
            IO.println(order + OUT + Thread.currentThread().getName());
        });
        IO.println(CALLER + Thread.currentThread().getName());
    }

    private static Finding atTheSameTime(Run run, List<String> orders) {
        String missing = orders.stream()
                .filter(order -> lines(run, order, IN).isEmpty())
                .findFirst()
                .orElse("");
        long atOnce = orders.stream()
                .filter(order -> lines(run, order, IN).stream()
                        .anyMatch(line -> run.timesOf(line).contains(Duration.ZERO)))
                .count();
        return run.finds(missing.isEmpty(), () -> "Expected \"" + missing + "\" to be baked, but it was not.")
                .next("Bake each order of the list.")
                .and(run.finds(
                                atOnce == orders.size(),
                                () -> "Expected all orders to be in the oven at 0 s, but " + atOnce + " of "
                                        + orders.size() + " were.")
                        .because("All orders are baked at the same time.")
                        .next("Start one thread for each order, before you wait for any of them."));
    }

    private static Finding named(Run run, List<String> orders, String step) {
        String wrong = orders.stream()
                .filter(order -> !lines(run, order, step).equals(List.of(order + step + order)))
                .findFirst()
                .orElse("");
        return run.finds(
                        wrong.isEmpty(),
                        () -> "Expected the thread that bakes \"" + wrong + "\" to have this name, but "
                                + nameIn(lines(run, wrong, step), wrong + step))
                .because("In a dump, you could not tell which order this thread bakes.")
                .next("Name the thread before it bakes: Thread.ofVirtual().name(...), or"
                        + " Thread.currentThread().setName(...) as the first step of its work.");
    }

    private static String nameIn(List<String> lines, String before) {
        return lines.size() == 1
                ? "its name was \"" + lines.getFirst().substring(before.length()) + "\"."
                : "it was baked " + lines.size() + " times.";
    }

    private static List<String> lines(Run run, String order, String step) {
        return run.output().stream()
                .filter(line -> line.startsWith(order + step))
                .toList();
    }
}
