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
        var prepared = rockets.stream().map(Fireworks::flight).toList();
        IO.println("Ladies and gentlemen ...");
        Thread.sleep(speech);
        IO.println("Light them!");
        prepared.forEach(Thread::start);
        for (Thread flight : prepared) {
            flight.join();
        }
        IO.println("The show is over");
    }

    /** A thread that was created, but not started. It handles its own failure, because it has no future to store it. */
    private static Thread flight(Rocket rocket) {
        return Thread.ofVirtual().unstarted(() -> {
            try {
                rocket.fly();
            } catch (IllegalStateException failed) {
                IO.println("Failed: " + failed.getMessage());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    static void main() throws Exception {
        var red = new Rocket("Red", ofSeconds(2), true);
        var green = new Rocket("Green", ofSeconds(1), false);
        var blue = new Rocket("Blue", ofSeconds(3), true);
        show(List.of(red, green, blue), ofSeconds(5));
    }
}
