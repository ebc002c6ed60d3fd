// says: Expected IllegalStateException: wool shrank, but doAll threw nothing
// says: your code caught it
package chatserver;

import static java.time.Duration.ofSeconds;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;

/** A washing machine and a dryer: two stages of a pipeline, with a basket of washed loads between them. */
final class Laundry {

    record Load(String name, boolean driesWell) {}

    /**
     * Washes the loads in order, and dries each while the next is washed. When the basket is full, the washing machine
     * waits.
     *
     * @param basket how many washed loads may wait for the dryer
     * @throws Exception if a load shrinks in the dryer: an IllegalStateException, or an exception that wraps it
     */
    static void doAll(List<Load> loads, int basket) throws Exception {
        var washed = new ArrayBlockingQueue<Load>(basket);

        try (var machines = Executors.newVirtualThreadPerTaskExecutor()) {
            var washing = machines.submit(() -> {
                for (Load load : loads) {
                    wash(load);
                    washed.put(load);
                }
                return null;
            });
            for (int i = 0; i < loads.size(); i++) {
                try {
                    dry(washed.take());
                } catch (IllegalStateException shrank) {
                    IO.println(shrank.getMessage());
                    washing.cancel(true);
                    return;
                }
            }
        }
    }

    private static void wash(Load load) throws InterruptedException {
        IO.println("Washing " + load.name());
        Thread.sleep(ofSeconds(1));
    }

    private static void dry(Load load) throws InterruptedException {
        IO.println("Drying " + load.name());
        Thread.sleep(ofSeconds(2));
        if (!load.driesWell()) {
            throw new IllegalStateException(load.name() + " shrank");
        }
        IO.println("Dry: " + load.name());
    }

    static void main() throws Exception {
        var names = List.of("shirts", "jeans", "towels", "socks", "sheets");
        doAll(names.stream().map(name -> new Load(name, true)).toList(), 1);
    }
}
