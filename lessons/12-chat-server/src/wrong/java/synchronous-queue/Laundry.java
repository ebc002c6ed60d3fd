// says: Expected "Washing load 5" at 4 s
// says: size of the basket
package chatserver;

import static java.time.Duration.ofSeconds;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;

/** A washing machine and a dryer: two stages of a pipeline, with a basket of washed loads between them. */
final class Laundry {

    record Load(String name, boolean driesWell) {}

    static void doAll(List<Load> loads, int basket) throws Exception {
        var queue = new SynchronousQueue<Load>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var washing = pool.submit(() -> {
                for (Load load : loads) {
                    wash(load);
                    queue.put(load);
                }
                return null;
            });
            try {
                for (int k = 0; k < loads.size(); k++) dry(queue.take());
            } finally {
                washing.cancel(true);
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
