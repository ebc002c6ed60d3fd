package webserver;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A kiosk that sells ice cream. Customers queue at the door, and each thinks for a while before ordering. */
final class Kiosk {

    /** A customer, and how long they think. */
    record Customer(String name, Duration thinks) {

        /** Blocks until the customer has decided. */
        String order() throws InterruptedException {
            Thread.sleep(thinks);
            return "an ice cream for " + name;
        }
    }

    /** Serves this many customers. They arrive at the door at any time. Returns when all of them have been served. */
    static void open(BlockingQueue<Customer> door, int customers) throws InterruptedException {
        for (int served = 0; served < customers; served++) {
            Customer customer = door.take();
            // TODO: while one customer thinks, all others wait. Serve each customer on a virtual thread.
            serve(customer);
        }
    }

    /** Takes the order, and prints it after a second. */
    private static void serve(Customer customer) throws InterruptedException {
        String order = customer.order();
        Thread.sleep(ofSeconds(1));
        IO.println("Here is " + order);
    }

    static void main() throws InterruptedException {
        var door = new LinkedBlockingQueue<>(
                List.of(new Customer("Ann", ofSeconds(10)), new Customer("Ben", ofSeconds(0))));
        open(door, 2);
    }
}
