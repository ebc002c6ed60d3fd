package blockingtheloop;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/** A copy shop with a few machines, a short queue, and customers who do not wait forever. */
final class CopyShop {

    /** A customer, when they arrive, how long their copies take, and how long they stay in the shop. */
    record Customer(String name, Duration arrives, Duration takes, Duration patience) {

        /** Blocks the calling thread. An interrupt stops the machine. */
        String copy() throws InterruptedException {
            IO.println(name + ": machine starts");
            try {
                Thread.sleep(takes);
            } catch (InterruptedException stopped) {
                IO.println(name + ": machine stops");
                throw stopped;
            }
            return "copies are ready";
        }
    }

    /**
     * Serves customers when they arrive, and prints how each visit ends: "Ann: copies are ready" when they are, "Ann:
     * the queue is full" at once if all machines are in use and {@code queue} customers are waiting, and "Ann: gave up"
     * when her patience has passed since she arrived. A customer who gives up leaves the queue, or the machine stops.
     *
     * @param machines how many customers can copy at the same time
     * @param queue how many customers can wait, at least one
     */
    static void serve(List<Customer> customers, int machines, int queue) throws Exception {
        var places = new Semaphore(machines + queue);
        var free = new Semaphore(machines, true);
        try (var machineThreads = Executors.newVirtualThreadPerTaskExecutor();
                var customerThreads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var customer : customers) {
                customerThreads.submit(() -> {
                    Thread.sleep(customer.arrives());
                    IO.println(customer.name() + ": " + end(machineThreads, customer, places, free));
                    return null;
                });
            }
        }
    }

    private static String end(ExecutorService threads, Customer customer, Semaphore places, Semaphore free)
            throws Exception {
        if (!places.tryAcquire()) {
            return "the queue is full";
        }
        var copies = threads.submit(() -> copy(customer, places, free));
        try {
            return copies.get(customer.patience().toNanos(), NANOSECONDS);
        } catch (TimeoutException late) {
            copies.cancel(true);
            return "gave up";
        }
    }

    private static String copy(Customer customer, Semaphore places, Semaphore free) throws InterruptedException {
        try {
            free.acquire();
            try {
                return customer.copy();
            } finally {
                free.release();
            }
        } finally {
            places.release();
        }
    }

    static void main() throws Exception {
        var customers = List.of(
                new Customer("Ann", ofSeconds(0), ofSeconds(4), ofSeconds(6)),
                new Customer("Ben", ofSeconds(1), ofSeconds(5), ofSeconds(6)),
                new Customer("Cleo", ofSeconds(2), ofSeconds(2), ofSeconds(6)),
                new Customer("Dan", ofSeconds(3), ofSeconds(1), ofSeconds(6)));
        serve(customers, 1, 1);
    }
}
