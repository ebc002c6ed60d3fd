// says: "Washing jeans" came at 0 s; wanted: at 1 s
// says: one washing machine
package gatherandtasks;

import static java.time.Duration.ofSeconds;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** A washing machine, a basket for what is washed, and a dryer: two stages, and a queue between them. */
final class Laundry {

    record Load(String name, boolean driesWell) {}

    /**
     * Washes the loads in their order and dries each, the next being washed meanwhile. When the basket is full, the
     * washing waits.
     *
     * @param basket how many washed loads may wait for the dryer
     * @throws Exception when a load shrinks in the dryer: an IllegalStateException, or what it is wrapped in
     */
    static void doAll(List<Load> loads, int basket) throws Exception {
        try (var machines = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done :
                    machines.invokeAll(loads.stream().map(load -> machine(load)).toList())) {
                done.get();
            }
        }
    }

    private static Callable<Void> machine(Load load) {
        return () -> {
            wash(load);
            dry(load);
            return null;
        };
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
