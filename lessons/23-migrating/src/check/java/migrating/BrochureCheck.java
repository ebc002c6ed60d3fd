package migrating;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The brochure of the blocking program, in less time: the same lines, the same order, the same exceptions. */
public final class BrochureCheck implements Check {

    private static final List<String> TWO = List.of("Alpina", "Bellevue");

    @Override
    public void check(Exam exam) {
        Run quick = exam.run(() -> Brochure.print(TWO, desk(ofSeconds(2)), 2));
        exam.claim(
                "Two hotels on two telephone lines take 2 s.",
                quick.took(ofSeconds(2))
                        .because("A price takes 1 s, and a forecast 2 s. No question needs the answer to another one.")
                        .next("Start a task for each price and a task for each forecast, before you wait for any of"
                                + " them."));
        exam.claim(
                "The lines are those of the original program, and no task is left running.",
                quick.printed("Alpina: 60 francs, sunny", "Bellevue: 80 francs, sunny")
                        .and(quick.leftNothingRunning()));

        Run uneven = exam.run(() -> Brochure.print(
                List.of("Alpina", "Bellevue", "Central", "Eden", "Florhof", "Dolder"),
                new TravelDesk(hotel -> ofSeconds(hotel.equals("Bellevue") ? 4 : hotel.equals("Dolder") ? 9 : 2)),
                6));
        exam.claim(
                "They are in the order of the list, although Bellevue's forecast takes 4 s.",
                uneven.printedBefore("Bellevue: 80 francs, sunny", "Central: 70 francs, rainy")
                        .next("Keep the futures in a list, and call get on them in that order."));
        exam.claim(
                "A line is printed as soon as it and all lines before it are known.",
                uneven.printedAt(ofSeconds(2), "Alpina: 60 francs, sunny")
                        .and(uneven.printedAt(ofSeconds(4), "Bellevue: 80 francs, sunny"))
                        .and(uneven.printedAt(ofSeconds(4), "Central: 70 francs, rainy"))
                        .because("Dolder's forecast takes 9 s, but its line is the last one.")
                        .next("invokeAll waits for all tasks. Submit each of them instead."));

        var busy = desk(ofSeconds(5));
        Run lines = exam.run(() ->
                Brochure.print(IntStream.range(0, 6).mapToObj(i -> "Hotel " + i).toList(), busy, 2));
        exam.claim(
                "At most two hotels are on the telephone at the same time if there are two lines.",
                calls(lines, busy, 2)
                        .next("A semaphore with a permit for each line, or a pool with a thread for each line."));
        exam.claim(
                "During the forecasts, the telephone is free: six hotels take 5 s.",
                lines.took(ofSeconds(5))
                        .because("The last calls end at 3 s, and the forecasts at 5 s.")
                        .next("Only the price needs a line. Give it back before you wait for anything else."));

        Run season = exam.run(() -> {
            Brochure.PERCENT.set(150);
            Brochure.print(TWO, desk(ofSeconds(2)), 2);
        });
        exam.claim(
                "In high season, the caller has set 150 %, and prices are higher.",
                season.printed("Alpina: 90 francs, sunny", "Bellevue: 120 francs, sunny")
                        .because("A thread-local has a value of its own in each thread. The caller has set it for the"
                                + " thread that calls print.")
                        .next("Read PERCENT on the calling thread, before you start a task, and pass it on as a"
                                + " variable."));

        failures(exam);

        int count = exam.unknownCount();
        var crowd = desk(ofSeconds(2));
        Run many = exam.run(() -> Brochure.print(
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> "Hotel " + number)
                        .toList(),
                crowd,
                7));
        exam.claim(
                "It also works for hundreds of hotels on 7 lines.",
                many.took(Duration.ofSeconds(Math.max(2, (count + 6) / 7)))
                        .and(calls(many, crowd, 7))
                        .rightOnlyFor("a few hotels", count + " hotels on 7 lines"));
    }

    private static void failures(Exam exam) {
        Run foggy = exam.runThatMayFail(() -> Brochure.print(
                List.of("Alpina", "Bellevue", "Fogg", "Dolder", "Eden", "Florhof"),
                new TravelDesk(hotel -> hotel.equals("Fogg")
                                ? ofMillis(500)
                                : hotel.equals("Dolder") ? ofMinutes(10) : ofSeconds(2))
                        .foggy("Fogg"),
                6));
        exam.claim(
                "If the third hotel fails, the lines before it are printed, and no others.",
                foggy.printed("Alpina: 60 francs, sunny", "Bellevue: 80 francs, sunny")
                        .because("The original program stops at the first hotel that fails, in the order of the list.")
                        .next("Keep the exception in its future, and let get throw it when it is its turn."));
        exam.claim(
                "Then print throws the exception itself, as the original program did.",
                foggy.finds(
                                foggy.thrown()
                                        .filter(thrown -> thrown.getClass() == IOException.class
                                                && "no forecast for Fogg".equals(thrown.getMessage()))
                                        .isPresent(),
                                () -> "Expected IOException: no forecast for Fogg, but print " + thrownBy(foggy))
                        .next("get wraps the exception in an ExecutionException. Throw its cause."));
        exam.claim(
                "The work for later hotels is stopped, so it ends at 2 s.",
                foggy.took(ofSeconds(2))
                        .and(foggy.leftNothingRunning())
                        .because("Dolder's forecast takes ten minutes, and is no longer needed.")
                        .next("In finally, cancel the futures, or call shutdownNow."));

        Run both = exam.runThatMayFail(() -> Brochure.print(
                List.of("Alpina", "Bellevue"),
                new TravelDesk(hotel -> ofMillis(200)).foggy("Bellevue").closed("Bellevue"),
                2));
        exam.claim(
                "If price and forecast of a hotel fail, the exception of the price is thrown.",
                both.finds(
                                both.threwOrWrapped(IOException.class, "Bellevue is closed"),
                                () -> "Expected IOException: Bellevue is closed, but print " + thrownBy(both))
                        .because("The original program asks for the price first.")
                        .next("Wait for the price before you look at the forecast."));

        Run retry = exam.runThatMayFail(() ->
                Brochure.print(List.of("Closed", "Alpina"), desk(ofMillis(200)).closed("Closed"), 1));
        exam.claim(
                "If the first hotel fails at 1 s, no other line is printed.",
                retry.printed().and(retry.took(ofSeconds(1)).next("Stop all tasks that are still running.")));

        Run stopped = exam.runInterruptedAfter(ofMillis(800), () -> Brochure.print(TWO, desk(ofSeconds(2)), 2));
        exam.claim(
                "An interrupt at 0.8 s stops everything.",
                stopped.finds(
                                stopped.elapsed().equals(ofMillis(800)),
                                () -> "Expected print to end at 0.8 s, but it ended at "
                                        + Run.seconds(stopped.elapsed()) + ".")
                        .and(stopped.leftNothingRunning())
                        .next("Let the InterruptedException through, and stop the tasks in finally."));
    }

    private static TravelDesk desk(Duration forecast) {
        return new TravelDesk(hotel -> forecast);
    }

    private static String thrownBy(Run run) {
        return run.thrown()
                .map(thrown -> "threw " + thrown.getClass().getSimpleName() + ": " + thrown.getMessage() + ".")
                .orElse("returned.");
    }

    private static Finding calls(Run run, TravelDesk desk, int limit) {
        return run.finds(
                desk.peak() <= limit,
                () -> "Expected at most " + limit + " calls at the same time, but there were " + desk.peak() + ".");
    }
}
