// says: 3 threads were still running
// says: show did not wait for them
package lazyandforgotten;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;

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
        for (Rocket rocket : rockets) {
            Thread.startVirtualThread(() -> {
                try {
                    rocket.fly();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } catch (IllegalStateException failed) {
                    IO.println("Failed: " + failed.getMessage());
                }
            });
        }
        IO.println("The show is over");
    }

    static void main() throws Exception {
        var red = new Rocket("Red", ofSeconds(2), true);
        var green = new Rocket("Green", ofSeconds(1), false);
        var blue = new Rocket("Blue", ofSeconds(3), true);
        show(List.of(red, green, blue), ofSeconds(5));
    }
}
