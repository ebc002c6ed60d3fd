package webserver;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Run;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import webserver.Kiosk.Customer;

/** A customer who thinks delays no other customer, and the kiosk returns when all have been served. */
public final class KioskCheck implements Check {

    private record Arrival(Customer customer, Duration time) {}

    private static final List<Arrival> THREE =
            List.of(arrival("Ann", 10_000, 1_000), arrival("Ben", 0, 2_000), arrival("Cleo", 2_000, 30_000));

    private static Arrival arrival(String name, long thinks, long arrives) {
        return new Arrival(new Customer(name, ofMillis(thinks)), ofMillis(arrives));
    }

    @Override
    public void check(Exam exam) {
        Run three = exam.run(() -> open(THREE));
        exam.claim(
                "Ben is served at 3 s, although Ann is thinking.",
                three.printedAt(ofSeconds(3), "Here is an ice cream for Ben")
                        .because("The thread that takes customers from the door must not wait for a customer to order,"
                                + " nor for all customers to arrive.")
                        .next("Start a virtual thread for each customer as soon as they arrive, and make all blocking"
                                + " calls on it, including order()."));
        exam.claim(
                "Ann is served at 12 s.",
                three.printedAt(ofSeconds(12), "Here is an ice cream for Ann").next("Serve every customer once."));
        exam.claim(
                "Cleo is the last, and open returns at 33 s, when she has been served.",
                three.printedAt(ofSeconds(33), "Here is an ice cream for Cleo")
                        .and(three.took(ofSeconds(33)))
                        .and(three.leftNothingRunning())
                        .because("open returned before all customers had been served.")
                        .next("Wait for the threads at the end: join each of them, or open the executor in"
                                + " try-with-resources."));

        int many = exam.unknownCount();
        Run crowd = exam.run(() -> open(IntStream.rangeClosed(1, many)
                .mapToObj(number -> arrival("P" + number, 5_000, 0))
                .toList()));
        exam.claim(
                "A crowd of customers who arrive together and think for 5 s is served in 6 s.",
                crowd.took(ofSeconds(6))
                        .and(crowd.finds(
                                crowd.output().size() == many,
                                () -> "Expected " + many + " customers to be served, but there were "
                                        + crowd.output().size() + "."))
                        .because("It is right for three customers, but not for " + many + ".")
                        .next("Give each customer a virtual thread, without a limit."));
    }

    /** Opens the kiosk while the customers arrive. */
    private static void open(List<Arrival> arrivals) throws InterruptedException {
        BlockingQueue<Customer> door = new LinkedBlockingQueue<>();
        Thread street = Thread.ofVirtual().name("street").start(() -> {
            try {
                Duration now = ZERO;
                for (Arrival arrival : arrivals) {
                    Thread.sleep(arrival.time().minus(now));
                    now = arrival.time();
                    door.put(arrival.customer());
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt(); // ends this thread
            }
        });
        Kiosk.open(door, arrivals.size());
        street.join();
    }
}
