// says: IllegalStateException: Green is wet at Fireworks.java, line 2
// says: It came to you as an ExecutionException
// says: catch ExecutionException around each get
package lazyandforgotten;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Fireworks: first a speech, then all rockets at once. */
final class Fireworks {

    record Rocket(String name, Duration fuse, boolean dry) {

        /** @throws IllegalStateException at the end of its fuse, when it is wet */
        void fly() throws InterruptedException {
            IO.println(name + " is lit");
            Thread.sleep(fuse);
            if (!dry) {
                throw new IllegalStateException(name + " is wet");
            }
            IO.println(name + " bursts");
        }
    }

    /** All fly at once when the speech is over. Of each that fails, "Failed: why" is printed, and the others fly. */
    static void show(List<Rocket> rockets, Duration speech) throws Exception {
        var prepared = rockets.stream().map(Fireworks::flight).toList();
        IO.println("Ladies and gentlemen ...");
        Thread.sleep(speech);
        IO.println("Light them!");
        try (var crew = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var flight : crew.invokeAll(prepared)) {
                flight.get();
            }
        }
        IO.println("The show is over");
    }

    private static Callable<Void> flight(Rocket rocket) {
        return () -> {
            rocket.fly();
            return null;
        };
    }

    static void main() throws Exception {
        var red = new Rocket("Red", ofSeconds(2), true);
        var green = new Rocket("Green", ofSeconds(1), false);
        var blue = new Rocket("Blue", ofSeconds(3), true);
        show(List.of(red, green, blue), ofSeconds(5));
    }
}
