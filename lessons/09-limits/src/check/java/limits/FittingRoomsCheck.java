package limits;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import limits.FittingRooms.Customer;

/** A key is held while a customer is in a room, and released exactly once, with or without an exception. */
public final class FittingRoomsCheck implements Check {

    /** A customer who arrives at this time. */
    private record Arrival(Duration at, Customer customer) {}

    /** One room: Ben waits for Ann. */
    private static final List<Arrival> TWO = List.of(
            new Arrival(ofSeconds(0), new Customer("Ann", ofSeconds(2), false)),
            new Arrival(ofSeconds(1), new Customer("Ben", ofSeconds(2), false)));
    /** Two rooms: Ann and Ben go in when they arrive, Cleo after Ann, Dan after Ben, and Eve after Cleo. */
    private static final List<Arrival> FIVE = List.of(
            new Arrival(ofMillis(0), new Customer("Ann", ofSeconds(2), true)),
            new Arrival(ofMillis(1_000), new Customer("Ben", ofSeconds(2), false)),
            new Arrival(ofMillis(1_500), new Customer("Cleo", ofSeconds(2), false)),
            new Arrival(ofMillis(2_500), new Customer("Dan", ofSeconds(2), false)),
            new Arrival(ofMillis(3_500), new Customer("Eve", ofSeconds(2), false)));
    /** One room, which is taken for half a minute. */
    private static final List<Arrival> LONG = List.of(
            new Arrival(ofSeconds(0), new Customer("Ann", ofSeconds(30), false)),
            new Arrival(ofSeconds(1), new Customer("Ben", ofSeconds(1), false)));
    /** Three rooms, and all zips break. */
    private static final List<Arrival> NINE = IntStream.range(0, 9)
            .mapToObj(number ->
                    new Arrival(ofMillis(100L * number), new Customer("Customer " + (number + 1), ofSeconds(1), true)))
            .toList();

    @Override
    public void check(Exam exam) {
        Run two = exam.run(() -> open(1, TWO));
        exam.claim(
                "With one room, Ben goes in at 2 s, when Ann comes out.",
                atMost(two, 1)
                        .because("Ben went in although Ann was in the only room.")
                        .and(two.printedAt(ofSeconds(2), "Ben goes in"))
                        .next("Wait for a key with acquire(). Hold the key until tryOn has ended, and let all"
                                + " customers share one semaphore."));

        Run five = exam.run(() -> open(2, FIVE));
        exam.claim(
                "With two rooms, at most two customers are in them at the same time.",
                atMost(five, 2)
                        .because("A key was released twice.")
                        .next("Release each key only once: finally runs after success too."));
        exam.claim(
                "Ben does not wait while a room is free.",
                five.printedAt(ofSeconds(1), "Ben goes in")
                        .because("Ann was in one of the two rooms.")
                        .next("Do not lock the whole method. The semaphore has one permit per room."));
        exam.claim(
                "Cleo goes in at 2 s, when Ann comes out.",
                five.printedAt(ofSeconds(2), "Cleo goes in")
                        .because("Ann's zip broke, and her key was not released after the exception.")
                        .next("Put tryOn into try, and release into finally: it runs after an exception too."));
        exam.claim(
                "The caller receives the exception.",
                five.printedLine("Sorry: the zip of Ann broke")
                        .because("The exception did not reach the caller.")
                        .next("Do not catch it: finally needs no catch."));
        exam.claim(
                "Every key is released: Dan goes in at 3 s, and Eve at 4 s.",
                five.printedAt(ofSeconds(3), "Dan goes in")
                        .and(five.printedAt(ofSeconds(4), "Eve goes in"))
                        .and(five.took(ofSeconds(6))));

        Run impatient = exam.run(FittingRoomsCheck::interruptBenWhileHeWaits);
        exam.claim(
                "A customer who leaves the queue does not release a key.",
                atMost(impatient, 1)
                        .because("Ben was interrupted in acquire, and released a key that he never had.")
                        .next("Put acquire before try: if it throws, there is no key to release."));

        Run called = exam.run(FittingRoomsCheck::interruptAnnInTheRoom);
        exam.claim(
                "A customer who is interrupted in the room releases the key.",
                called.printedLine("Ben goes in")
                        .because("Ann was interrupted in the room at 2 s, and her key was not released.")
                        .next("Release the key in finally. It runs after every exception, an InterruptedException"
                                + " included."));

        Run patient = exam.run(() -> open(1, LONG));
        exam.claim(
                "A customer waits for a key, however long it takes.",
                patient.printedLine("Ben goes in")
                        .because("Ann needs the only room for 30 s.")
                        .next("acquire() waits without a limit."));

        Run nine = exam.run(() -> open(3, NINE));
        exam.claim(
                "Nine broken zips cost no key: with three rooms, it takes 3.2 s.",
                atMost(nine, 3)
                        .and(nine.took(ofMillis(3_200)))
                        .because("It is right for two rooms, but not for three.")
                        .next("The semaphore has as many permits as there are rooms."));
    }

    /** Serves each customer on a thread of their own. */
    private static void open(int rooms, List<Arrival> arrivals) throws InterruptedException {
        var shop = new FittingRooms(rooms);
        var threads = arrivals.stream().map(arrival -> start(shop, arrival)).toList();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** One room: Ann is in it for 4 s. Ben waits from 1 s to 2 s, and Cleo from 3 s. */
    private static void interruptBenWhileHeWaits() throws InterruptedException {
        var shop = new FittingRooms(1);
        Thread ann = start(shop, new Arrival(ofSeconds(0), new Customer("Ann", ofSeconds(4), false)));
        Thread ben = start(shop, new Arrival(ofSeconds(1), new Customer("Ben", ofSeconds(1), false)));
        Thread cleo = start(shop, new Arrival(ofSeconds(3), new Customer("Cleo", ofSeconds(1), false)));
        Thread.sleep(ofSeconds(2));
        ben.interrupt();
        ann.join();
        ben.join();
        cleo.join();
    }

    /** One room: Ann is in it, and leaves at 2 s. Ben waits from 1 s. */
    private static void interruptAnnInTheRoom() throws InterruptedException {
        var shop = new FittingRooms(1);
        Thread ann = start(shop, new Arrival(ofSeconds(0), new Customer("Ann", ofSeconds(4), false)));
        Thread ben = start(shop, new Arrival(ofSeconds(1), new Customer("Ben", ofSeconds(1), false)));
        Thread.sleep(ofSeconds(2));
        ann.interrupt();
        ann.join();
        ben.join(ofSeconds(60));
        ben.interrupt();
        ben.join();
    }

    private static Thread start(FittingRooms shop, Arrival arrival) {
        return Thread.ofVirtual().name(arrival.customer().name()).start(() -> {
            try {
                Thread.sleep(arrival.at());
                shop.serve(arrival.customer());
            } catch (IllegalStateException broken) {
                IO.println("Sorry: " + broken.getMessage());
            } catch (InterruptedException leaves) {
                Thread.currentThread().interrupt(); // ends this thread
            }
        });
    }

    private static Finding atMost(Run run, int rooms) {
        int now = 0;
        int most = 0;
        for (String line : run.output()) {
            now += line.endsWith(" goes in") ? 1 : line.endsWith(" comes out") ? -1 : 0;
            most = Math.max(most, now);
        }
        int peak = most;
        return run.finds(
                peak <= rooms,
                () -> "Expected at most " + rooms + (rooms == 1 ? " customer" : " customers")
                        + " in the rooms, but there were " + peak + ".");
    }
}
