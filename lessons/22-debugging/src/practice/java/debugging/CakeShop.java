package debugging;

import static java.time.Duration.ofSeconds;

import java.util.List;
import java.util.concurrent.Executors;

/** A bakery that bakes all its orders at the same time. */
final class CakeShop {

    /** An oven large enough for any number of orders at the same time. */
    interface Oven {
        /** Returns when the order is baked. */
        void bake(String order) throws InterruptedException;
    }

    /**
     * Bakes all orders at the same time, each on a thread of its own, and returns when all are baked. While an order is
     * in the oven, its thread has the name of the order, such as "rye for Anna". All orders have different names. The
     * calling thread keeps its name.
     */
    static void bakeAll(List<String> orders, Oven oven) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String order : orders) {
                // TODO: in a dump, these threads have no names. Name each one after its order.
                threads.submit(() -> {
                    oven.bake(order);
                    return null;
                });
            }
        }
    }

    static void main() throws InterruptedException {
        bakeAll(List.of("rye for Anna", "wheat for Ben", "spelt for Carla"), order -> {
            IO.println(
                    order + " is baked by the thread '" + Thread.currentThread().getName() + "'");
            Thread.sleep(ofSeconds(1));
        });
    }
}
