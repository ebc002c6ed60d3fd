// says: Expected "Here is an ice cream for Ben" at 3 s, but it was printed at 31 s
// says: nor for all customers to arrive
package webserver;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
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
        var all = new ArrayList<Customer>();
        while (all.size() < customers) {
            all.add(door.take());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Customer customer : all) {
                threads.execute(() -> run(customer));
            }
        }
    }

    /** Serves a customer on a thread of its own. */
    private static void run(Customer customer) {
        try {
            serve(customer);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
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
