package chatserver;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

/** The first passenger does not wait for others, and each crossing takes all who are on the pier. */
public final class FerryCheck implements Check {

    private record Passenger(String name, Duration arrival) {}

    private static final List<Passenger> FIVE = List.of(
            new Passenger("Ann", ofSeconds(1)),
            new Passenger("Ben", ofSeconds(2)),
            new Passenger("Cleo", ofSeconds(3)),
            new Passenger("Dan", ofSeconds(4)),
            new Passenger("Eve", ofSeconds(15)));
    /** The first crossing takes one of them, and each of the next four all who have arrived by then. */
    private static final List<Passenger> FORTY = IntStream.range(0, 40)
            .mapToObj(number -> new Passenger("P" + number, ofMillis(790L * number)))
            .toList();

    /** In the order of their arrival, which is not the order of the alphabet. */
    private static final List<Passenger> FOUR = List.of(
            new Passenger("Zoe", ofSeconds(1)),
            new Passenger("Mia", ofSeconds(2)),
            new Passenger("Bob", ofSeconds(3)),
            new Passenger("Kim", ofSeconds(4)));

    @Override
    public void check(Exam exam) {
        Run five = exam.run(() -> open(FIVE));
        exam.claim(
                "Ann is the first to arrive, and the ferry leaves with her at once, at 1 s.",
                five.printedAt(ofSeconds(1), "Leaving with Ann")
                        .because(() -> five.output().stream()
                                        .anyMatch(line -> line.strip().equals("Leaving with"))
                                ? "The ferry left without a passenger."
                                : "Waiting before the ferry leaves adds latency.")
                        .next("take() waits for the first passenger. Then leave at once with those who are there."));
        exam.claim(
                "When the ferry is back at 11 s, it takes all three who are waiting.",
                five.printedAt(ofSeconds(11), "Leaving with Ben, Cleo, Dan")
                        .because(() -> {
                            if (five.isEarly("Leaving with Ben", ofSeconds(11))) {
                                return "There is one ferry, and it was on the river.";
                            }
                            return five.output().stream().anyMatch(FerryCheck::hasAllThree)
                                    ? "Passengers board in the order of their arrival."
                                    : "A crossing costs the same for one passenger as for three.";
                        })
                        .next("drainTo(aboard) moves all elements of a BlockingQueue into a collection, without"
                                + " waiting."));
        exam.claim(
                "Every passenger boards once: Eve leaves alone, at 21 s.",
                five.printedAt(ofSeconds(21), "Leaving with Eve")
                        .because("A passenger boarded twice, or never.")
                        .next("Remove the passengers from the queue when they board, as drainTo does."));
        exam.claim("Five passengers take 31 s, with three crossings.", five.took(ofSeconds(31)));

        Run four = exam.run(() -> open(FOUR));
        exam.claim(
                "Passengers board in the order of their arrival.",
                four.printedAt(ofSeconds(11), "Leaving with Mia, Bob, Kim")
                        .because("Mia arrived first, then Bob, then Kim.")
                        .next("The queue has the order of arrival, and drainTo keeps it. Do not sort the passengers."));

        Run forty = exam.run(() -> open(FORTY));
        exam.claim(
                "Forty passengers take 50 s, with five crossings.",
                crossings(forty, 5)
                        .because(() -> "No crossing took more than " + mostAboard(forty) + " passengers.")
                        .next("Take all passengers who are waiting: drainTo(aboard) has no limit.")
                        .and(forty.took(ofSeconds(50)))
                        .because("It is right for five passengers, but not for forty."));
    }

    /** Runs the ferry while the passengers arrive. */
    private static void open(List<Passenger> passengers) throws InterruptedException {
        BlockingQueue<String> pier = new LinkedBlockingQueue<>();
        Thread arrivals = Thread.ofVirtual().name("arrivals").start(() -> {
            try {
                Duration now = ZERO;
                for (Passenger passenger : passengers) {
                    Thread.sleep(passenger.arrival().minus(now));
                    now = passenger.arrival();
                    pier.put(passenger.name());
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt(); // ends this thread
            }
        });
        Ferry.run(pier, passengers.size());
        arrivals.join();
    }

    private static boolean hasAllThree(String line) {
        return line.contains("Ben") && line.contains("Cleo") && line.contains("Dan");
    }

    private static long mostAboard(Run run) {
        return run.output().stream()
                .filter(line -> line.startsWith("Leaving with "))
                .mapToLong(line -> line.split(", ").length)
                .max()
                .orElse(0);
    }

    private static Finding crossings(Run run, int expected) {
        long actual = run.output().stream()
                .filter(line -> line.startsWith("Leaving with "))
                .count();
        return run.finds(
                actual == expected, () -> "Expected " + expected + " crossings, but there were " + actual + ".");
    }
}
