package deadlocks;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import interleave.virtualtime.ThrowingRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Under a hundred schedules, swaps end and lose no passenger. Swaps without a common seat run at the same time. */
public final class SeatCheck implements Check {
    private static final int SCHEDULES = 100;
    private static final String LOCKED = "locked";
    private static final String FAILED = " failed with ";
    private static final int FEW = 3;
    private static final int MANY = 8;
    private static final String BOTH_LOCKS =
            "Hold both locks while you read and change both seats. Or change both seats under"
                    + " one lock, but do not hold it while passengers pack.";

    /** A thread swaps the seats at these positions. */
    private record Swap(int one, int other) {}

    /** The code that a thread runs. */
    private interface Action {
        void run() throws Exception;
    }

    @Override
    public void check(Exam exam) {
        Run alone = exam.run(SeatCheck::swapOnce);
        exam.claim(
                "Two passengers change places.",
                noneFailed(alone)
                        .because("No other swap was running, so the cause is in your code.")
                        .next("Fix this exception first.")
                        .and(alone.finds(
                                        !alone.output().contains(LOCKED),
                                        () -> "Expected both seats to be free after the swap, but passenger() still"
                                                + " waits for a lock.")
                                .because("swap returned without releasing all its locks.")
                                .next("Release each lock in a finally block."))
                        .and(sit(alone, "Ben in seat 1 and Anna in seat 2")));
        exam.claim(
                "A swap takes a second.",
                alone.took(ofSeconds(1))
                        .next(() -> alone.elapsed().compareTo(ofSeconds(1)) < 0
                                ? "Keep Thread.sleep(PACK), because passengers need a second to pack. You may move it."
                                : "A swap whose seats are both free must not wait for anything but PACK."));

        exam.claim(
                "Swaps in opposite directions both end, and undo each other.",
                first(exam, seats(List.of(1, 2), new Swap(0, 1), new Swap(1, 0)), "Anna in seat 1 and Ben in seat 2"));
        exam.claim(
                "The same is true for seats with other numbers.",
                first(
                        exam,
                        seats(List.of(62, 47), new Swap(0, 1), new Swap(1, 0)),
                        "Anna in seat 62 and Ben in seat 47"));

        Run same = exam.run(seats(List.of(1), new Swap(0, 0)));
        exam.claim(
                "A swap of a seat with itself ends, and changes nothing.",
                noneFailed(same)
                        .because("Both seats are the same.")
                        .next("Return without an exception.")
                        .and(sit(same, "Anna in seat 1")));

        Run apart = exam.run(seats(List.of(1, 2, 3, 4), new Swap(0, 1), new Swap(3, 2)));
        exam.claim(
                "Swaps without a common seat run at the same time.",
                sit(apart, "Ben in seat 1 and Anna in seat 2 and Dora in seat 3 and Carla in seat 4")
                        .and(apart.took(ofSeconds(1))
                                .because("The two swaps have no seat in common, so neither of them has to wait for the"
                                        + " other.")
                                .next("Do not hold one lock for all seats while passengers pack.")));

        Run again = exam.run(SeatCheck::swapAgain);
        exam.claim("Anna swaps again while Ben swaps.", sit(again, "Ben in seat 1 and Anna in seat 2"));
        exam.claim("In a circle of three swaps, everyone keeps a seat.", everyoneSits(exam, 3));
        int seats = FEW + exam.unknownCount() % MANY;
        exam.claim("In a circle of any number of swaps, too.", everyoneSits(exam, seats));
    }

    private static Finding first(Exam exam, ThrowingRunnable code, String expected) {
        return exam.runUnderSchedules(SCHEDULES, code).stream()
                .map(run -> noneFailed(run)
                        .because("An exception does not prevent the deadlock. The swap has not happened.")
                        .next("Take the locks in an order that prevents the deadlock.")
                        .and(sit(run, expected)
                                .because("Both swaps must happen, and the second undoes the first.")
                                .next(BOTH_LOCKS + " A swap that cannot get a lock must try again.")))
                .reduce(Finding::and)
                .orElseThrow();
    }

    private static Finding sit(Run run, String expected) {
        return run.finds(
                run.output().contains(expected),
                () -> "Expected " + expected + ", but it was " + run.output().getLast() + ".");
    }

    private static Finding noneFailed(Run run) {
        String failure = run.output().stream()
                .filter(line -> line.contains(FAILED))
                .findFirst()
                .orElse("");
        return run.finds(failure.isEmpty(), () -> "Expected swap to return, but the swap of " + failure + ".");
    }

    private static Finding everyoneSits(Exam exam, int seats) {
        return exam.runUnderSchedules(SCHEDULES, circle(seats)).stream()
                .map(run -> everyoneSits(run, seats))
                .reduce(Finding::and)
                .orElseThrow();
    }

    private static Finding everyoneSits(Run run, int seats) {
        List<String> found = List.of(run.output().getLast().split(" and ")).stream()
                .map(seat -> seat.replaceAll(" in .*", ""))
                .sorted()
                .toList();
        List<String> expected =
                IntStream.range(0, seats).mapToObj(SeatCheck::name).sorted().toList();
        return run.finds(
                        found.equals(expected),
                        () -> "Expected each of " + seats + " passengers in one seat, but there were " + found + ".")
                .next(BOTH_LOCKS);
    }

    /** Each passenger swaps with the next one, and the last with the first. */
    private static ThrowingRunnable circle(int seats) {
        List<Integer> numbers =
                IntStream.range(0, seats).mapToObj(seat -> 10 * seat + 7).toList();
        Swap[] swaps = IntStream.range(0, seats)
                .mapToObj(seat -> new Swap(seat, (seat + 1) % seats))
                .toArray(Swap[]::new);
        return seats(numbers, swaps);
    }

    private static ThrowingRunnable seats(List<Integer> numbers, Swap... swaps) {
        return () -> {
            var seats = new ArrayList<Seat>();
            for (int number : numbers) {
                seats.add(new Seat(number, name(seats.size())));
            }
            var threads = new ArrayList<Thread>();
            for (Swap swap : swaps) {
                threads.add(start(name(threads.size()), swap, seats));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            print(seats, numbers);
        };
    }

    /** Another thread reads the seats. It waits forever if they are still locked. */
    private static void swapOnce() throws InterruptedException {
        var seats = List.of(new Seat(1, "Anna"), new Seat(2, "Ben"));
        start("Anna", new Swap(0, 1), seats).join();
        Thread reader = Thread.ofPlatform().name("Conductor").start(() -> print(seats, List.of(1, 2)));
        if (!reader.join(ofMinutes(1))) {
            IO.println(LOCKED);
        }
    }

    private static void print(List<Seat> seats, List<Integer> numbers) {
        IO.println(String.join(
                " and ",
                IntStream.range(0, seats.size())
                        .mapToObj(seat -> seats.get(seat).passenger() + " in seat " + numbers.get(seat))
                        .toList()));
    }

    /** Ben waits for a seat while Anna swaps. Then Anna swaps again, while Ben packs. */
    private static void swapAgain() throws InterruptedException {
        var seats = List.of(new Seat(1, "Anna"), new Seat(2, "Ben"));
        Thread anna = start("Anna", () -> {
            Seat.swap(seats.getFirst(), seats.getLast());
            Thread.sleep(ofMillis(500));
            Seat.swap(seats.getFirst(), seats.getLast());
        });
        start("Ben", new Swap(0, 1), seats).join();
        anna.join();
        print(seats, List.of(1, 2));
    }

    private static Thread start(String name, Swap swap, List<Seat> seats) {
        return start(name, () -> Seat.swap(seats.get(swap.one()), seats.get(swap.other())));
    }

    private static Thread start(String name, Action action) {
        return Thread.ofPlatform().name(name).start(() -> {
            try {
                action.run();
            } catch (NullPointerException | IllegalMonitorStateException bug) {
                throw bug; // the verdict shows the line of an uncaught exception
            } catch (Exception failure) {
                IO.println(name + FAILED + Run.described(failure));
            }
        });
    }

    private static String name(int passenger) {
        List<String> names = List.of("Anna", "Ben", "Carla", "Dora");
        return passenger < names.size() ? names.get(passenger) : "Passenger " + (passenger + 1);
    }
}
