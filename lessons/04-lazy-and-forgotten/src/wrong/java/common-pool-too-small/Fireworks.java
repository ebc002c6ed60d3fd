// says: Expected "Rocket 5 is lit" at 1 s, but it was printed at 6 s. It had to wait for a free thread
// says: newVirtualThreadPerTaskExecutor()
package lazyandforgotten;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** A fireworks show: first a speech, then all rockets at the same time. */
final class Fireworks {

    record Rocket(String name, Duration fuse, boolean dry) {

        /** @throws IllegalStateException at the end of the fuse, if the rocket is wet */
        void fly() throws InterruptedException {
            IO.println(name + " is lit");
            Thread.sleep(fuse);
            if (!dry) {
                throw new IllegalStateException(name + " is wet");
            }
            IO.println(name + " bursts");
        }
    }

    /** Lights all rockets together after the speech. For each that fails, prints "Failed: " and the reason. */
    static void show(List<Rocket> rockets, Duration speech) throws Exception {
        IO.println("Ladies and gentlemen ...");
        Thread.sleep(speech);
        IO.println("Light them!");
        var flights = rockets.stream()
                .map(rocket -> CompletableFuture.runAsync(() -> {
                    try {
                        flight(rocket).call();
                    } catch (Exception failed) {
                        throw new CompletionException(failed);
                    }
                }))
                .toList();
        for (var flight : flights) {
            try {
                flight.get();
            } catch (ExecutionException failed) {
                IO.println("Failed: " + failed.getCause().getMessage());
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
